# Language level, build-wide flags and the sanitizer builds.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

# As distributions build: -O3 takes longer to compile, and the time of a run is not in loops.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

# Unused functions of the static libraries (most of LLVM Support and of the ANTLR runtime) must
# not end up in the binary: its size is start-up time.
add_compile_options(-ffunction-sections -fdata-sections)
add_link_options(-Wl,--gc-sections)

if(MELDC_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR
            "MELDC_FUZZ needs clang, because libFuzzer is part of it: "
            "configure with -DCMAKE_C_COMPILER=clang-14 -DCMAKE_CXX_COMPILER=clang++-14.")
    endif()
    set(MELDC_SANITIZE ON)
    # Given to the libraries only: what a test itself does guides no fuzzing. Edge counters alone,
    # because comparisons traced too (-fsanitize=fuzzer-no-link) take half as long again to compile;
    # the dictionary gives the fuzzer the words that it would learn from them.
    set(MELDC_COVERAGE -fsanitize-coverage=inline-8bit-counters,pc-table)
endif()

if(MELDC_SANITIZE)
    # -O0: optimising code that is full of checks takes more time than any test wins back.
    # Not checked is what looks at every access once more and says little: a null pointer that is used
    # stops AddressSanitizer anyhow, and a misaligned one needs a reinterpret_cast, which this code
    # has to bytes only. These two are a third of the code that all checks together make.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment
        -fno-sanitize-recover=all -fno-omit-frame-pointer -O0)
    add_link_options(-fsanitize=address,undefined)
    add_compile_definitions(MELDC_SANITIZED)
    # GNU ld takes seven times as long for each of these programs.
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=lld MELDC_HAS_LLD)
    if(MELDC_HAS_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()

# Program and library are made of the same objects; what the library shows is said in its header. Under the sanitizers
# there is no library.
if(MELDC_SANITIZE)
    set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
else()
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    set(CMAKE_CXX_VISIBILITY_PRESET hidden)
    set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
endif()

if(MELDC_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()

# The warnings that our own code must pass. Code of others is included as SYSTEM and never sees them.
add_library(meldc_warnings INTERFACE)
target_compile_options(meldc_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# GCC 12 reports std::string concatenation in optimised builds wrongly (its bug 105651),
# and three-way comparison of vectors of bytes.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(meldc_warnings INTERFACE -Wno-restrict -Wno-stringop-overread)
endif()
