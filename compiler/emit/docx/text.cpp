#include "emit/docx/text.h"

#include "diagnostics/phrases.h"
#include "emit/docx/package.h"
#include "emit/docx/xml.h"
#include "support/limits.h"

namespace meldc::emit::docx {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

constexpr std::string_view kOldWordFile = "\xD0\xCF\x11\xE0";
constexpr std::string_view kHashName = "meldc-model";

/// Text with single blanks between words.
std::string squeezed(std::string_view text) {
    constexpr std::string_view kNoBreak = "\xC2\xA0";
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isNoBreak = text.substr(at).starts_with(kNoBreak);
        if (isNoBreak || text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
            at += isNoBreak ? 1 : 0;
            if (!result.empty() && result.back() != ' ') {
                result += ' ';
            }
        } else {
            result += text[at];
        }
    }
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

bool is(pugi::xml_node node, std::string_view name) {
    return name == node.name();
}

/// Gathers the paragraphs of a body. Elements are nested no deeper than was checked before.
class Gatherer {
public:
    void walk(pugi::xml_node node) {
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (is(child, "w:p")) {
                std::string outer = std::move(line_);
                line_.clear();
                walk(child);
                if (std::string text = squeezed(line_); !text.empty()) {
                    paragraphs_.push_back(std::move(text));
                }
                line_ = std::move(outer);
            } else {
                one(child);
            }
        }
    }

    std::vector<std::string> take() { return std::move(paragraphs_); }

private:
    void one(pugi::xml_node node) {
        if (is(node, "w:fldChar")) {
            field(node.attribute("w:fldCharType").value());
        } else if (is(node, "w:instrText")) {
            isContents_ = isContents_ || squeezed(node.text().get()).starts_with("TOC");
        } else if (isContents_) {
            walk(node);
        } else if (is(node, "w:t")) {
            line_ += node.text().get();
        } else if (is(node, "w:tab") || is(node, "w:br")) {
            line_ += ' ';
        } else if (is(node, "w:noBreakHyphen")) {
            line_ += '-';
        } else if (!is(node, "w:del") && !is(node, "w:moveFrom") && !isRoomToFillIn(node)) {
            walk(node);
        }
    }

    /// Fields may stand in one another; what belongs to the list of contents ends with it.
    void field(std::string_view type) {
        if (type == "begin") {
            ++depth_;
        } else if (type == "end" && depth_ > 0) {
            --depth_;
            isContents_ = isContents_ && depth_ > 0;
        }
    }

    /// A control for plain text: LibreOffice keeps it, but not the name by which it could be found.
    static bool isRoomToFillIn(pugi::xml_node node) { return is(node, "w:sdt") && node.child("w:sdtPr").child("w:text"); }

    std::vector<std::string> paragraphs_;
    std::string line_;
    std::size_t depth_ = 0;
    bool isContents_ = false;
};

/// The part as a tree that is safe to walk.
bool parsed(const std::string& bytes, pugi::xml_document& part) {
    return part.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata) &&
           depthOf(part) <= support::kMaxTemplateNesting;
}

} // namespace

DocumentText textOf(std::string_view bytes) {
    const auto refused = [](const support::Localized& why) { return DocumentText{std::nullopt, why, {}}; };
    if (bytes.starts_with(kOldWordFile)) {
        return refused(phrase(Phrase::TemplateOld));
    }
    Archive archive;
    std::size_t budget = support::kMaxTemplateUnpackedBytes;
    std::string main;
    pugi::xml_document document;
    if (!archive.open(bytes) || archive.size() > support::kMaxTemplateParts ||
        archive.read("word/document.xml", budget, main) != Archive::Outcome::Read || !parsed(main, document)) {
        return refused(phrase(Phrase::TemplateNoZip));
    }
    DocumentText text;
    Gatherer gatherer;
    gatherer.walk(document);
    text.paragraphs = gatherer.take();
    std::string custom;
    pugi::xml_document properties;
    if (archive.read("docProps/custom.xml", budget, custom) == Archive::Outcome::Read && parsed(custom, properties)) {
        for (const pugi::xml_node property : properties.first_child().children()) {
            if (kHashName == property.attribute("name").value()) {
                text.modelSha256 = property.first_child().text().get();
            }
        }
    }
    return text;
}

} // namespace meldc::emit::docx
