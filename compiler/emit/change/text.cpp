#include "diagnostics/colors.h"
#include "emit/change/outline.h"
#include "emit/layout.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace color = diagnostics::color;

/// Room for the labels of details.
constexpr std::size_t kLabelWidth = 14;

std::string_view colorOf(ChangeLook look) {
    switch (look) {
    case ChangeLook::Worse:
        return color::kRed;
    case ChangeLook::Better:
        return color::kGreen;
    case ChangeLook::Look:
        return color::kYellow;
    case ChangeLook::Plain:
        break;
    }
    return color::kBold;
}

std::string_view signOf(ChangeLook look) {
    switch (look) {
    case ChangeLook::Worse:
        return "▼";
    case ChangeLook::Better:
        return "▲";
    case ChangeLook::Look:
        return "!";
    case ChangeLook::Plain:
        break;
    }
    return "·";
}

class ChangeWriter {
public:
    explicit ChangeWriter(const TextOptions& options) : options_(options) {}

    void protocol(const ChangeOutline& outline) {
        color::paint(out_, options_.color, color::kBold, outline.title);
        out_ += '\n' + wrapped(outline.subtitle, "", "") + '\n';
        for (const std::string& line : outline.headline) {
            out_ += wrapped(line, "  ", "  ");
        }
        for (const ChangeSection& section : outline.sections) {
            this->section(section);
        }
    }
    void line(const std::string& text) { out_ += wrapped(text, "", ""); }
    void gap() { out_ += '\n'; }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void section(const ChangeSection& section) {
        if (section.kind == ChangeSectionKind::Account && options_.quiet) {
            return;
        }
        gap();
        color::paint(out_, options_.color, color::kBold, section.heading);
        gap();
        for (const std::string& line : section.intro) {
            out_ += wrapped(line, "  ", "  ");
        }
        for (const ChangeItem& item : section.items) {
            this->item(item);
        }
        for (const std::string& line : section.closing) {
            out_ += wrapped(line, "  ", "  ");
        }
    }

    void item(const ChangeItem& item) {
        out_ += "  ";
        color::paint(out_, options_.color, colorOf(item.look), signOf(item.look));
        std::string text = (item.mark.empty() ? "" : item.mark + ": ") + item.text;
        if (!item.count.empty()) {
            text += " (" + item.count + ")";
        }
        out_ += wrapped(text, " ", "    ", kReportWidth - 3);
        for (const ChangeDetail& detail : item.details) {
            const std::size_t width = support::displayWidth(detail.label);
            std::string label = "      " + detail.label;
            label += std::string(width < kLabelWidth ? kLabelWidth - width : 1, ' ');
            const std::string blank(6 + std::max(width + 1, kLabelWidth), ' ');
            for (const std::string& line : detail.lines) {
                out_ += wrapped(line, label, blank);
                label = blank;
            }
        }
    }

    TextOptions options_;
    std::string out_;
};

} // namespace

std::string changeText(const ChangeReport& report, const TextOptions& options) {
    ChangeWriter writer(options);
    bool isFirst = true;
    for (const ComparedProtocol& compared : report.protocols) {
        if (!isFirst) {
            writer.gap();
        }
        isFirst = false;
        writer.protocol(outlineOf(report, compared, options.language));
    }
    for (const std::string& note : runNotes(report, options.language)) {
        writer.gap();
        writer.line(note);
    }
    return writer.take();
}

std::string changePlain(const ChangeReport& report, support::Language language) {
    std::string out;
    for (const ComparedProtocol& compared : report.protocols) {
        const ChangeOutline outline = outlineOf(report, compared, language);
        for (const std::string& line : outline.headline) {
            out += compared.newFile.file + ": " + line + "\n";
        }
        for (const ChangeSection& section : outline.sections) {
            for (const ChangeItem& item : section.items) {
                out += (item.at.line == 0 ? compared.newFile.file : item.at.inFile()) + ": " + item.word + " " +
                       item.text + (item.count.empty() ? "" : " (" + item.count + ")");
                for (const ChangeDetail& detail : item.details) {
                    out += "; " + detail.label + ": ";
                    for (const std::string& line : detail.lines) {
                        out += (&line == &detail.lines.front() ? "" : " | ") + line;
                    }
                }
                out += "\n";
            }
        }
    }
    for (const std::string& note : runNotes(report, language)) {
        out += note + "\n";
    }
    return out;
}

} // namespace meldc::emit
