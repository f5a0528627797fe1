#pragma once

#include "emit/docx/package.h"
#include "emit/docx/xml.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

/// Looks into a document that was written.
namespace meldc::emit::docx {

inline std::string partOf(const std::string& bytes, const std::string& name) {
    Archive archive;
    EXPECT_TRUE(archive.open(bytes));
    std::string part;
    std::size_t budget = std::numeric_limits<std::size_t>::max();
    EXPECT_EQ(archive.read(name, budget, part), Archive::Outcome::Read) << name;
    return part;
}

/// A part as a tree; blanks between elements are kept.
class Parsed {
public:
    Parsed(const std::string& bytes, const std::string& name) {
        const std::string part = partOf(bytes, name);
        const auto result = tree_.load_buffer(part.data(), part.size(),
                                              pugi::parse_full | pugi::parse_ws_pcdata);
        EXPECT_TRUE(result) << name << ": " << result.description();
    }
    /// All elements of a name, in their order.
    [[nodiscard]] std::vector<pugi::xml_node> all(const std::string& name) const {
        std::vector<pugi::xml_node> found;
        for (const auto& each : tree_.select_nodes(("//*[name()='" + name + "']").c_str())) {
            found.push_back(each.node());
        }
        return found;
    }
    [[nodiscard]] std::vector<std::string> values(const std::string& name,
                                                  const char* attribute) const {
        std::vector<std::string> found;
        for (const pugi::xml_node node : all(name)) {
            found.emplace_back(node.attribute(attribute).value());
        }
        return found;
    }

private:
    pugi::xml_document tree_;
};

/// The words below an element.
inline std::string wordsIn(pugi::xml_node node) {
    std::string words;
    for (const auto& each : node.select_nodes(".//*[name()='w:t']")) {
        words += each.node().child_value();
    }
    return words;
}

} // namespace meldc::emit::docx
