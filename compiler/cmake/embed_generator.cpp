/// Build tool: writes a table of files as C++ source.
///
/// usage: meldc_embed_generator NAME ROOT LIST OUT.cpp OUT.h
/// LIST holds one path relative to ROOT a line. Exit code 0, or 1 with a message on standard error
/// when a file cannot be read or written.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string readAll(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + path);
    }
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void writeAll(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out) {
        throw std::runtime_error("cannot write " + path);
    }
}

/// `bytes` as the inside of a C++ string literal; a literal per source line keeps the result
/// readable in a debugger. Octal escapes have a fixed length, so no digit after one can join it.
std::string literal(std::string_view bytes) {
    std::string text = "\"";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte == '\n') {
            text += i + 1 == bytes.size() ? "\\n" : "\\n\"\n     \"";
        } else if (byte == '"' || byte == '\\') {
            text += '\\';
            text += bytes[i];
        } else if (byte < 0x20 || byte >= 0x7f || byte == '?') { // '?': no trigraphs
            text += '\\';
            text += static_cast<char>('0' + (byte >> 6U));
            text += static_cast<char>('0' + ((byte >> 3U) & 7U));
            text += static_cast<char>('0' + (byte & 7U));
        } else {
            text += bytes[i];
        }
    }
    return text + '"';
}

void generate(const std::string& name, const std::string& root, const std::string& list,
              const std::string& sourcePath, const std::string& headerPath) {
    std::vector<std::string> paths;
    std::ifstream in(list);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) {
            paths.push_back(line);
        }
    }
    std::sort(paths.begin(), paths.end());

    std::string source = "#include \"embedded/" + name + ".h\"\n\n#include <array>\n\n" +
                         "namespace meldc::embedded {\n\nnamespace {\n\n" +
                         "constexpr std::array<File, " + std::to_string(paths.size()) +
                         "> files{{\n";
    for (const std::string& path : paths) {
        const std::string content = readAll(root + '/' + path);
        // The length is given, so that a NUL byte in a file stays part of it.
        source += "    {" + literal(path) + ",\n     {" + literal(content) + ", " +
                  std::to_string(content.size()) + "}},\n";
    }
    source += "}};\n\n} // namespace\n\nstd::span<const File> " + name +
              "() {\n    return files;\n}\n\n} // namespace meldc::embedded\n";

    const std::string header =
        "#pragma once\n\n#include \"embedded/file.h\"\n\n#include <span>\n\n"
        "namespace meldc::embedded {\n\n"
        "/// All embedded files of this folder, sorted by path.\nstd::span<const File> " +
        name + "();\n\n} // namespace meldc::embedded\n";

    writeAll(sourcePath, source);
    writeAll(headerPath, header);
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() != 5) {
        std::cerr << "usage: meldc_embed_generator NAME ROOT LIST OUT.cpp OUT.h\n";
        return 1;
    }
    try {
        generate(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
    } catch (const std::exception& error) {
        std::cerr << "meldc_embed_generator: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
