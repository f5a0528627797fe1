#include "emit/change/document.h"

#include "emit/change/outline.h"
#include "emit/page/data.h"
#include "support/sha256.h"

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

/// How much room a person gets to write, in millimetres.
constexpr int kRoomToDecide = 30;
constexpr int kRoomForNames = 20;
/// Digits of a hash at the foot of each page.
constexpr std::size_t kFootHash = 12;

doc::Tone toneOf(ChangeLook look) {
    switch (look) {
    case ChangeLook::Worse:
        return doc::Tone::Change;
    case ChangeLook::Better:
        return doc::Tone::Fine;
    case ChangeLook::Look:
        return doc::Tone::Better;
    case ChangeLook::Plain:
        break;
    }
    return doc::Tone::None;
}

class BoardPaper {
public:
    BoardPaper(const ChangeReport& report, Language language) : report_(report), language_(language) {}

    doc::Document make() {
        doc::Document document;
        document.language = language_;
        std::string meaning;
        for (const ComparedProtocol& compared : report_.protocols) {
            const ChangeOutline outline = outlineOf(report_, compared, language_);
            if (document.title.empty()) {
                document.title = outline.title;
            }
            meaning += compared.oldFile.sha256 + compared.newFile.sha256;
            protocol(outline);
        }
        if (report_.protocols.size() != 1) {
            document.title = in(Phrase::ChangeTitleMany);
        }
        for (const std::string& note : runNotes(report_, language_)) {
            blocks_.push_back(doc::paragraph(note));
        }
        document.generator = "meldc " + report_.version;
        document.modelSha256 = support::sha256Hex(meaning);
        document.footer = {phrase(Phrase::BoardFoot, support::same(report_.version),
                                  support::same(report_.baselineSha256.substr(0, kFootHash)))
                               .in(language_),
                           in(Phrase::DocumentPage), in(Phrase::DocumentOf)};
        document.blocks = std::move(blocks_);
        return document;
    }

private:
    std::string in(Phrase which) const { return phrase(which).in(language_); }
    void heading(int level, const std::string& text) {
        blocks_.push_back(doc::Heading{level, doc::text(text), {}});
    }

    void protocol(const ChangeOutline& outline) {
        if (report_.protocols.size() != 1) {
            if (!blocks_.empty()) {
                blocks_.push_back(doc::PageBreak{});
            }
            heading(1, outline.title);
        }
        level_ = report_.protocols.size() == 1 ? 1 : 2;
        blocks_.push_back(doc::Paragraph{doc::text(outline.subtitle), doc::Kind::Lead});
        doc::Notice gate;
        gate.content.push_back(doc::paragraph(
            in(outline.isGateShut ? Phrase::ChangeGateShut : Phrase::ChangeGateOpen), doc::Look::Strong));
        blocks_.push_back(std::move(gate));
        blocks_.push_back(listOf(outline.headline));
        if (!outline.isEmpty) {
            ask(outline.isGateShut);
        }
        for (const ChangeSection& section : outline.sections) {
            this->section(section);
        }
    }

    /// What is asked stands before what there is to read.
    void ask(bool isShut) {
        heading(level_, in(Phrase::BoardAsk));
        blocks_.push_back(doc::paragraph(in(isShut ? Phrase::BoardAskShut : Phrase::BoardAskOpen)));
        for (const auto& [label, room] : {std::pair{Phrase::BoardDecision, kRoomToDecide},
                                          std::pair{Phrase::BoardReason, kRoomToDecide},
                                          std::pair{Phrase::BoardBy, kRoomForNames}}) {
            blocks_.push_back(
                doc::Paragraph{doc::text(in(label), doc::Look::Strong), doc::Kind::Label});
            blocks_.push_back(doc::Field{in(label), {}, room});
        }
    }

    static doc::List listOf(const std::vector<std::string>& lines) {
        doc::List list;
        for (const std::string& line : lines) {
            list.items.push_back({doc::paragraph(line)});
        }
        return list;
    }

    void section(const ChangeSection& section) {
        heading(level_, section.heading);
        for (const std::string& line : section.intro) {
            blocks_.push_back(doc::paragraph(line));
        }
        for (const ChangeItem& each : section.items) {
            item(each);
        }
        for (const std::string& line : section.closing) {
            blocks_.push_back(doc::paragraph(line));
        }
    }

    void item(const ChangeItem& item) {
        doc::Paragraph title;
        title.tone = toneOf(item.look);
        title.kind = item.details.empty() ? doc::Kind::Body : doc::Kind::Label;
        if (!item.mark.empty()) {
            title.text.push_back({capital(item.mark) + ": ", doc::Look::Strong});
        }
        title.text.push_back({item.mark.empty() ? capital(item.text) : item.text});
        if (!item.count.empty()) {
            title.text.push_back({" (" + item.count + ")", doc::Look::Note});
        }
        blocks_.push_back(std::move(title));
        doc::Definitions details;
        for (const ChangeDetail& detail : item.details) {
            std::vector<doc::Blocks> lines;
            for (const std::string& line : detail.lines) {
                lines.push_back({doc::paragraph(line)});
            }
            details.entries.push_back({doc::text(capital(detail.label)), std::move(lines)});
        }
        if (!details.entries.empty()) {
            blocks_.push_back(std::move(details));
        }
    }

    const ChangeReport& report_;
    Language language_;
    int level_ = 1;
    doc::Blocks blocks_;
};

} // namespace

document::Document changeDocument(const ChangeReport& report, Language language) {
    return BoardPaper(report, language).make();
}

} // namespace meldc::emit
