#include "emit/plain/plain.h"

#include "diagnostics/phrases.h"
#include "emit/xml_text.h"

#include <algorithm>

namespace meldc::emit::plain {

namespace {

constexpr std::string_view kBullet = "- ";
constexpr std::string_view kBox = "[ ] ";
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kRule = "====";

std::string textOf(const document::Runs& runs) {
    std::string text = shownText(document::plainText(runs));
    while (text.ends_with(' ')) {
        text.pop_back();
    }
    return text;
}

/// Writes blocks line by line.
class PlainWriter {
public:
    void blocks(const document::Blocks& blocks) {
        for (const document::Block& block : blocks) {
            std::visit([&](const auto& each) { part(each); }, block.part);
        }
    }

    std::string take() { return std::move(text_); }

private:
    void line(const std::string& text) {
        if (!text.empty()) {
            text_ += (first_.empty() ? indent_ : first_) + text + "\n";
            first_.clear();
        }
    }
    void gap() {
        if (!text_.empty() && !text_.ends_with("\n\n") && first_.empty()) {
            text_ += "\n";
        }
    }

    void part(const document::Heading& heading) {
        gap();
        line(textOf(heading.text));
        gap();
    }
    void part(const document::Paragraph& paragraph) {
        if (paragraph.kind != document::Kind::Destination) {
            line(textOf(paragraph.text));
            return;
        }
        // Found at a glance: each part is copied on its own.
        gap();
        line(std::string(kRule) + " " + textOf(paragraph.text) + " " + std::string(kRule));
        gap();
    }
    void part(const document::List& list) {
        int number = list.first;
        for (const document::Blocks& item : list.items) {
            const std::string sign = list.isTicked     ? std::string(kBox)
                                     : list.isNumbered ? std::to_string(number++) + ". "
                                                       : std::string(kBullet);
            inside(item, sign);
        }
    }
    /// `sign` before the first line, as many blanks before the others.
    void inside(const document::Blocks& blocks, const std::string& sign) {
        const std::string outer = indent_;
        first_ = indent_ + sign;
        indent_ += std::string(sign.size(), ' ');
        this->blocks(blocks);
        first_.clear();
        indent_ = outer;
    }
    void part(const document::Definitions& definitions) {
        for (const document::Definition& entry : definitions.entries) {
            line(textOf(entry.term) + ":");
            for (const document::Blocks& meaning : entry.meanings) {
                inside(meaning, std::string(kIndent));
            }
        }
    }
    void part(const document::Table& table) {
        for (const document::Row& row : table.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const document::Blocks& content = row.cells[i].content;
                if (i == 0) {
                    blocks(content);
                } else if (row.cells.size() == 2 && text_.ends_with('\n')) {
                    beside(content);
                } else if (i < table.header.size() && !content.empty()) {
                    inside(content, std::string(kIndent) + textOf(table.header[i]) + ": ");
                }
            }
        }
    }
    /// Of a table of two columns the second stands behind the first.
    void beside(const document::Blocks& content) {
        text_.pop_back();
        text_ += ": ";
        const std::size_t begin = text_.size();
        const std::string outer = indent_;
        indent_.clear();
        blocks(content);
        indent_ = outer;
        if (text_.size() == begin) {
            text_ += "\n";
        }
    }
    void part(const document::Notice& notice) { blocks(notice.content); }
    /// Room for what is typed: nothing stands in the way of it.
    void part(const document::Field& field) {
        text_ += first_.empty() ? (text_.ends_with(": ") ? std::string() : indent_ + shownText(field.label) + ": ") : first_;
        first_.clear();
        text_ += "\n";
    }
    void part(const document::Image& image) { line(shownText(image.alternative)); }
    void part(const document::Drawing&) {}
    void part(const document::Contents&) {}
    void part(const document::PageBreak&) {}

    std::string text_;
    std::string indent_;
    /// Before the next line in place of the indent; empty: the indent.
    std::string first_;
};

} // namespace

std::string write(const document::Document& document) {
    PlainWriter writer;
    writer.blocks(document.blocks);
    std::string text = shownText(document.title) + "\n";
    text += document.organisation.empty() ? "\n" : shownText(document.organisation) + "\n\n";
    text += writer.take();
    while (text.ends_with("\n\n")) {
        text.pop_back();
    }
    return text + "\n" + shownText(document.footer.text) + "\n" +
           diagnostics::phrase(diagnostics::Phrase::PubRowModel).in(document.language) + ": " + document.modelSha256 + "\n";
}

} // namespace meldc::emit::plain
