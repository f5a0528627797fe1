#pragma once

#include "emit/docx/package.h"
#include "golden/shell.h"

#include <gtest/gtest.h>

#include <fstream>
#include <limits>
#include <string>
#include <vector>

/// A Word document that somebody changes behind the back of the program.
namespace meldc::golden {

/// A part of a document in the folder.
inline std::string partIn(const Folder& folder, const std::string& file, const std::string& part) {
    const std::string bytes = folder.read(file);
    emit::docx::Archive archive;
    EXPECT_TRUE(archive.open(bytes));
    std::string text;
    std::size_t budget = std::numeric_limits<std::size_t>::max();
    EXPECT_EQ(archive.read(part, budget, text), emit::docx::Archive::Outcome::Read) << part;
    return text;
}

/// Writes `to` with the parts of `file`, in one of which the first `was` becomes `is`.
inline void edit(const Folder& folder, const std::string& file, const std::string& part, const std::string& was,
                 const std::string& is, const std::string& to) {
    const std::string bytes = folder.read(file);
    emit::docx::Archive archive;
    ASSERT_TRUE(archive.open(bytes));
    std::vector<emit::docx::Part> parts;
    for (const std::string name :
         {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
          "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml",
          "word/settings.xml", "word/footer1.xml"}) {
        std::string text;
        std::size_t budget = std::numeric_limits<std::size_t>::max();
        if (archive.read(name, budget, text) == emit::docx::Archive::Outcome::Read) {
            parts.push_back({name, name == part ? replaced(text, was, is) : text});
        }
    }
    const auto packed = emit::docx::pack(parts);
    ASSERT_TRUE(packed.has_value());
    folder.write(to, *packed);
}

} // namespace meldc::golden
