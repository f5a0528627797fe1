# Files that the binary carries inside it.

# Runs on the building machine, before the libraries that use its tables.
add_executable(meldc_embed_generator "${CMAKE_CURRENT_LIST_DIR}/embed_generator.cpp")
target_link_libraries(meldc_embed_generator PRIVATE meldc_warnings)

# meldc_embed(<name> ROOT <dir> PATTERNS <pattern>...)
#
# Makes the static library meldc_embedded_<name> with a table of all files below ROOT whose path ends
# like one of the patterns ("*.md", "model-*/protocol.meld"), sorted by path:
#     #include "embedded/<name>.h"
#     std::span<const meldc::embedded::File> meldc::embedded::<name>();
# The table is made again when a file changes, appears or goes.
function(meldc_embed name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ROOT" "PATTERNS")
    list(TRANSFORM arg_PATTERNS PREPEND "${arg_ROOT}/")
    file(GLOB_RECURSE files RELATIVE "${arg_ROOT}" CONFIGURE_DEPENDS ${arg_PATTERNS})
    set(out "${PROJECT_BINARY_DIR}/embedded")
    # The list is a file of its own, rewritten only when it differs: a removed file counts too.
    list(JOIN files "\n" lines)
    file(CONFIGURE OUTPUT "${out}/${name}.list" CONTENT "${lines}\n" @ONLY)
    list(TRANSFORM files PREPEND "${arg_ROOT}/" OUTPUT_VARIABLE inputs)
    add_custom_command(
        OUTPUT "${out}/${name}.cpp" "${out}/include/embedded/${name}.h"
        COMMAND meldc_embed_generator ${name} "${arg_ROOT}" "${out}/${name}.list"
            "${out}/${name}.cpp" "${out}/include/embedded/${name}.h"
        DEPENDS meldc_embed_generator "${out}/${name}.list" ${inputs}
        COMMENT "Embedding ${name}"
        VERBATIM)
    file(MAKE_DIRECTORY "${out}/include/embedded")
    add_library(meldc_embedded_${name} STATIC
        "${out}/${name}.cpp" "${out}/include/embedded/${name}.h")
    target_include_directories(meldc_embedded_${name} PUBLIC
        "${out}/include" "${PROJECT_SOURCE_DIR}/compiler/cmake")
endfunction()
