# Target meldc_llvm: LLVM's Support library (ADT, CommandLine), static.
#
# Never the libLLVM dylib: loading it costs more than ten milliseconds at every start.
# No version is asked for in find_package, because LLVM accepts only the same minor version there.

find_package(ZLIB QUIET)
if(NOT ZLIB_FOUND)
    message(FATAL_ERROR
        "zlib's development files are missing; LLVM's package needs them but does not install them. "
        "On Debian: apt-get install zlib1g-dev")
endif()
find_package(LLVM CONFIG QUIET)
if(NOT LLVM_FOUND)
    message(FATAL_ERROR
        "LLVM's development files are missing. On Debian: apt-get install llvm-14-dev")
endif()
if(LLVM_VERSION_MAJOR LESS 14)
    message(FATAL_ERROR "LLVM ${LLVM_PACKAGE_VERSION} is too old; version 14 or later is needed.")
endif()
message(STATUS "meldc: LLVM ${LLVM_PACKAGE_VERSION}")

add_library(meldc_llvm INTERFACE)
target_include_directories(meldc_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_link_libraries(meldc_llvm INTERFACE LLVMSupport)
