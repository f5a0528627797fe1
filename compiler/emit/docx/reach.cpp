#include "emit/docx/reach.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace meldc::emit::docx {

namespace {

/// Fields that take something from a file, an address or another program.
constexpr std::array<std::string_view, 9> kReachingFields{
    "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE",
    "DDEAUTO",        "LINK",        "DATABASE", "RD"};

class ReachWalker : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        const std::string_view name = node.name();
        if (name == "w:instrText" || name == "w:delInstrText") {
            // The words of one field may stand in several runs, and in several texts of one: what is
            // no text stands between them without parting them.
            for (const pugi::xml_node& part : node.children()) {
                fields_ += part.value();
            }
        } else if (name == "w:fldChar") {
            fields_ += ' ';
        } else if (name == "w:fldSimple") {
            fields_ += std::string(" ") + node.attribute("w:instr").value() + " ";
        }
        reaches_ = reaches_ || !std::string_view(node.attribute("src").value()).empty();
        return true;
    }

    [[nodiscard]] bool isReaching() const {
        if (reaches_) {
            return true;
        }
        std::istringstream words(fields_);
        for (std::string word; words >> word;) {
            // Quotes and switches need no blank before them.
            word.resize(std::min(word.find_first_of("\"\\"), word.size()));
            std::transform(word.begin(), word.end(), word.begin(), [](char letter) {
                return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A')
                                                      : letter;
            });
            if (std::find(kReachingFields.begin(), kReachingFields.end(), word) !=
                kReachingFields.end()) {
                return true;
            }
        }
        return false;
    }

private:
    std::string fields_;
    bool reaches_ = false;
};

} // namespace

bool reachesOutside(pugi::xml_document& document) {
    ReachWalker walker;
    document.traverse(walker);
    return walker.isReaching();
}

} // namespace meldc::emit::docx
