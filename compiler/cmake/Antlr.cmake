# Target meldc_grammar: the lexer and parser that ANTLR generates from grammar/*.g4, in namespace
# meldc::grammar, together with ANTLR's static runtime.
#
# The generated code is made at build time and never committed. Include "MeldLexer.h" and
# "MeldParser.h"; only compiler/parser may do so.

find_program(MELDC_ANTLR_TOOL antlr4)
if(NOT MELDC_ANTLR_TOOL)
    message(FATAL_ERROR "The parser generator antlr4 is missing. On Debian: apt-get install antlr4")
endif()

find_path(MELDC_ANTLR_INCLUDE_DIR antlr4-runtime.h PATH_SUFFIXES antlr4-runtime)
# The archive by its full name: the shared library would cost start-up time.
find_library(MELDC_ANTLR_LIBRARY NAMES libantlr4-runtime.a)
if(NOT MELDC_ANTLR_INCLUDE_DIR OR NOT MELDC_ANTLR_LIBRARY)
    message(FATAL_ERROR
        "ANTLR's C++ runtime (static) is missing. On Debian: apt-get install libantlr4-runtime-dev")
endif()
# From 4.10 on the runtime reads another serialisation (ATN version 4) than the tools of 4.7 to 4.9
# write, and the generated code differs. SerializedATNView.h came with 4.10.
if(EXISTS "${MELDC_ANTLR_INCLUDE_DIR}/atn/SerializedATNView.h")
    message(FATAL_ERROR
        "The ANTLR C++ runtime in ${MELDC_ANTLR_INCLUDE_DIR} is version 4.10 or later; this build "
        "is made for 4.7 to 4.9, as in Debian 12 and 13. Point MELDC_ANTLR_INCLUDE_DIR and "
        "MELDC_ANTLR_LIBRARY to such a version.")
endif()

# The umbrella header of 4.9 includes misc/InterpreterDataReader.h, which clang rejects (a member
# without default constructor) and which only ANTLR's own interpreter uses. A copy without that
# line stands first on the include path.
set(meldc_antlr_shim "${PROJECT_BINARY_DIR}/antlr-shim")
file(READ "${MELDC_ANTLR_INCLUDE_DIR}/antlr4-runtime.h" umbrella)
string(REGEX REPLACE "#include \"misc/InterpreterDataReader.h\"[^\n]*\n" "" umbrella "${umbrella}")
file(CONFIGURE OUTPUT "${meldc_antlr_shim}/antlr4-runtime.h" CONTENT "${umbrella}" @ONLY)
unset(umbrella)

find_package(Threads REQUIRED)
add_library(meldc_antlr INTERFACE)
target_include_directories(meldc_antlr SYSTEM INTERFACE
    "${meldc_antlr_shim}" "${MELDC_ANTLR_INCLUDE_DIR}")
# The archive is not made for shared libraries: these link the shared one.
find_library(MELDC_ANTLR_SHARED_LIBRARY NAMES libantlr4-runtime.so)
set(is_shared "$<STREQUAL:$<TARGET_PROPERTY:TYPE>,SHARED_LIBRARY>")
target_link_libraries(meldc_antlr INTERFACE
    "$<IF:${is_shared},${MELDC_ANTLR_SHARED_LIBRARY},${MELDC_ANTLR_LIBRARY}>" Threads::Threads)
unset(is_shared)

set(meldc_grammar_dir "${PROJECT_SOURCE_DIR}/grammar")
set(meldc_grammar_out "${PROJECT_BINARY_DIR}/grammar")
if(EXISTS "${meldc_grammar_dir}/MeldLexer.g4" AND EXISTS "${meldc_grammar_dir}/MeldParser.g4")
    file(MAKE_DIRECTORY "${meldc_grammar_out}")
    # Run from the grammar's folder: the path given is written into the generated files.
    set(antlr_command "${MELDC_ANTLR_TOOL}" -Dlanguage=Cpp -encoding utf8 -no-listener -no-visitor
        -package meldc::grammar -Werror -o "${meldc_grammar_out}" -lib "${meldc_grammar_out}")
    add_custom_command(
        OUTPUT
            "${meldc_grammar_out}/MeldLexer.cpp" "${meldc_grammar_out}/MeldLexer.h"
            "${meldc_grammar_out}/MeldParser.cpp" "${meldc_grammar_out}/MeldParser.h"
        COMMAND ${antlr_command} MeldLexer.g4
        COMMAND ${antlr_command} MeldParser.g4
        COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${meldc_grammar_out}"
            -P "${CMAKE_CURRENT_LIST_DIR}/StripU8.cmake"
        WORKING_DIRECTORY "${meldc_grammar_dir}"
        DEPENDS
            "${meldc_grammar_dir}/MeldLexer.g4" "${meldc_grammar_dir}/MeldParser.g4"
            "${CMAKE_CURRENT_LIST_DIR}/StripU8.cmake"
        COMMENT "Generating lexer and parser from grammar/*.g4"
        VERBATIM)
    add_library(meldc_grammar STATIC
        "${meldc_grammar_out}/MeldLexer.cpp" "${meldc_grammar_out}/MeldParser.cpp")
    # By themselves and little optimised: one of the two takes longer than any other file. The time of
    # parsing goes to the runtime.
    set_target_properties(meldc_grammar PROPERTIES UNITY_BUILD OFF)
    target_compile_options(meldc_grammar PRIVATE -w $<IF:$<BOOL:${MELDC_SANITIZE}>,-O0,-O1>
        ${MELDC_COVERAGE})
    target_include_directories(meldc_grammar SYSTEM PUBLIC "${meldc_grammar_out}")
    target_link_libraries(meldc_grammar PUBLIC meldc_antlr)
else()
    message(STATUS "meldc: grammar/MeldLexer.g4 and MeldParser.g4 are missing, no parser")
endif()
