# cmake -DFOLDER=<dir> -P StripU8.cmake
#
# ANTLR 4.7 and 4.8 write u8"..." literals, which have type char8_t in C++20 and do not compile
# as std::string. The plain literal has the same bytes, because sources are UTF-8.

foreach(name IN ITEMS MeldLexer.cpp MeldParser.cpp)
    file(READ "${FOLDER}/${name}" text)
    string(REPLACE "u8\"" "\"" text "${text}")
    file(WRITE "${FOLDER}/${name}" "${text}")
endforeach()
