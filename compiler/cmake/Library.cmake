# How every folder of the compiler becomes one library.

# meldc_library(<name> SOURCES <file>... [DEPENDS <folder>...]
#               [PUBLIC_LIBS <target>...] [PRIVATE_LIBS <target>...] [LITTLE_OPTIMISED])
#
# Makes the static library meldc_<name>. Headers are included from the root compiler/
# ("support/span.h"). DEPENDS names folders (or embedded_<table>): meldc_<folder> is linked PUBLIC.
# PRIVATE_LIBS are libraries of others that stay behind the wall of this folder; PUBLIC_LIBS are
# those whose headers its own headers show. LITTLE_OPTIMISED: a folder in which a run spends little
# time of its own; it compiles in two thirds of the time.
function(meldc_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "LITTLE_OPTIMISED" "" "SOURCES;DEPENDS;PUBLIC_LIBS;PRIVATE_LIBS")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "meldc_library(${name}): unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
    endif()
    list(TRANSFORM arg_DEPENDS PREPEND meldc_)
    foreach(dependency IN LISTS arg_DEPENDS)
        if(NOT TARGET ${dependency})
            message(STATUS "meldc: ${name} needs ${dependency}, which is not there (yet)")
        endif()
    endforeach()
    add_library(meldc_${name} STATIC ${arg_SOURCES})
    target_include_directories(meldc_${name} PUBLIC "${PROJECT_SOURCE_DIR}/compiler")
    target_compile_options(meldc_${name} PRIVATE ${MELDC_COVERAGE})
    if(arg_LITTLE_OPTIMISED AND CMAKE_BUILD_TYPE STREQUAL "Release")
        # GCC warns of more than there is when it sees less.
        target_compile_options(meldc_${name} PRIVATE -O1
            $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    endif()
    target_link_libraries(meldc_${name}
        PUBLIC ${arg_DEPENDS} ${arg_PUBLIC_LIBS}
        PRIVATE $<BUILD_INTERFACE:meldc_warnings> ${arg_PRIVATE_LIBS})
endfunction()

# meldc_add_folder(<path>): add_subdirectory for a folder that has a CMakeLists.txt.
# MELDC_SKIP is a list of such paths to leave out.
function(meldc_add_folder path)
    if(path IN_LIST MELDC_SKIP)
        message(STATUS "meldc: ${path} left out as asked")
    elseif(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${path}/CMakeLists.txt")
        add_subdirectory(${path})
    else()
        message(STATUS "meldc: ${path} has no CMakeLists.txt, left out")
    endif()
endfunction()
