#include "diagnostics/text_renderer.h"

#include "diagnostics/colors.h"
#include "diagnostics/wording.h"
#include "support/names.h"
#include "support/utf8.h"

#include <algorithm>
#include <string_view>

namespace meldc::diagnostics {

namespace {

using support::Localized;
using support::SourceFile;
using support::Span;

/// Drawn where a line was cut.
constexpr std::string_view kEllipsis = "…";

Wording label(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return Wording::LabelError;
    case Severity::Warning:
        return Wording::LabelWarning;
    case Severity::Info:
        return Wording::LabelInfo;
    case Severity::Note:
        return Wording::LabelNote;
    }
    return Wording::LabelNote;
}

std::string_view colorOf(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return color::kRed;
    case Severity::Warning:
        return color::kYellow;
    case Severity::Info:
    case Severity::Note:
        return color::kBlue;
    }
    return color::kBlue;
}

/// A line as it is shown: tabs expanded, cut to the columns [from, from + width) if it is longer.
struct ShownLine {
    std::string text;
    /// Display columns in `text` where the marks begin and how many there are.
    std::size_t markColumn = 0;
    std::size_t markWidth = 1;
};

/// The line with tabs as blanks and nothing that disturbs a terminal.
std::string expanded(std::string_view line) {
    std::string result;
    for (std::size_t begin = 0;;) {
        const std::size_t tab = line.find('\t', begin);
        result += support::printable(line.substr(begin, tab - begin));
        if (tab == std::string_view::npos) {
            return result;
        }
        const std::size_t from = support::displayColumn(line, tab);
        result.append(support::displayColumn(line, tab + 1) - from, ' ');
        begin = tab + 1;
    }
}

/// The part of `text` that lies in the display columns [from, to).
std::string columns(std::string_view text, std::size_t from, std::size_t to) {
    std::string result;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size() && column < to;) {
        const std::size_t size = std::max<std::size_t>(support::decode(text, i).size, 1);
        const std::string_view piece = text.substr(i, size);
        const std::size_t width = support::displayWidth(piece);
        if (column >= from && column + width <= to) {
            result += piece;
        }
        column += width;
        i += size;
    }
    return result;
}

/// The line around the bytes [begin, end) of it.
ShownLine shownLine(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    const std::size_t from = support::displayColumn(line, begin);
    const std::size_t to = std::max(support::displayColumn(line, end), from + 1);
    const std::string whole = expanded(line);
    const std::size_t total = support::displayWidth(whole);
    if (total <= width) {
        return {whole, from, to - from};
    }
    // Room for an ellipsis on both sides; a third of what is shown stands before the mark.
    const std::size_t room = width - 2;
    const std::size_t latest = total > room ? total - room : 0;
    const std::size_t start = std::min(from > room / 3 ? from - room / 3 : 0, latest);
    const std::size_t stop = std::min(start + room, total);
    ShownLine result;
    result.text = start > 0 ? std::string(kEllipsis) : std::string();
    result.markColumn = from - start + (start > 0 ? 1 : 0);
    result.markWidth = std::max<std::size_t>(std::min(to, stop) - std::min(from, stop), 1);
    result.text += columns(whole, start, stop);
    if (stop < total) {
        result.text += kEllipsis;
    }
    return result;
}

/// Writes one diagnostic; holds what its parts share.
class Writer {
public:
    Writer(const support::SourceMap& sources, const RenderOptions& options)
        : sources_(sources), options_(options) {}

    void headline(Severity severity, std::string_view code, std::string_view message) {
        paint(colorOf(severity), in(wording(label(severity))));
        if (!code.empty()) {
            paint(colorOf(severity), "[" + std::string(code) + "]");
        }
        out_ += ": ";
        paint(color::kBold, message);
        out_ += '\n';
    }

    /// The place, and the source line with marks under it.
    void excerpt(Span span, char mark) {
        if (!sources_.has(span.file)) {
            return;
        }
        const SourceFile& file = sources_.file(span.file);
        const support::LineColumn place = file.position(span.begin);
        const std::string number = std::to_string(place.line);
        const std::string margin(number.size(), ' ');
        out_ += margin;
        paint(color::kBlue, "-->");
        out_ += " " + placeText(span) + "\n";
        const std::uint32_t lineBegin = file.lineBegin(place.line);
        const ShownLine shown = shownLine(file.lineText(place.line), span.begin - lineBegin,
                                          span.end - lineBegin, options_.width);
        paint(color::kBlue, margin + " |");
        out_ += '\n';
        paint(color::kBlue, number + " |");
        out_ += (shown.text.empty() ? "" : " " + shown.text) + "\n";
        paint(color::kBlue, margin + " |");
        out_ += " " + std::string(shown.markColumn, ' ');
        paint(mark == '^' ? color::kRed : color::kBlue, std::string(shown.markWidth, mark));
        out_ += '\n';
    }

    void labelled(Wording which, std::string_view text) {
        out_ += "  = ";
        paint(color::kBold, in(wording(which)));
        out_ += ": ";
        out_ += text;
        out_ += '\n';
    }

    void plainLine(Wording which, std::string_view text) {
        out_ += "  " + in(wording(which)) + ": " + std::string(text) + "\n";
    }

    /// "protocol.meld:12:7", or in words for plain text.
    [[nodiscard]] std::string placeText(Span span) const {
        if (!sources_.has(span.file)) {
            return {};
        }
        const SourceFile& file = sources_.file(span.file);
        const support::LineColumn place = file.position(span.begin);
        const std::string name = support::printable(file.name());
        const std::string line = std::to_string(place.line);
        if (const auto model = support::builtInName(file.name())) {
            return in(wording(Wording::PlaceInModel, {std::string(*model), line}));
        }
        const std::string column = std::to_string(place.column);
        if (options_.plain) {
            return in(wording(Wording::PlaceInFile, {name, line, column}));
        }
        return name + ":" + line + ":" + column;
    }

    [[nodiscard]] const RenderOptions& options() const { return options_; }
    [[nodiscard]] std::string in(const Localized& text) const { return text.in(options_.language); }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void paint(std::string_view which, std::string_view text) {
        color::paint(out_, options_.color, which, text);
    }

    const support::SourceMap& sources_;
    const RenderOptions& options_;
    std::string out_;
};

std::string noteSentence(const Writer& writer, const Note& note) {
    const std::string place = writer.placeText(note.span);
    const std::string message = renderMessage(note, writer.options().language);
    return place.empty() ? message : message + " (" + place + ")";
}

/// The lines below the excerpt; `line` writes one of them.
template <class WriteLine>
void closing(const Writer& writer, const Diagnostic& diagnostic, WriteLine line) {
    for (const Span& place : diagnostic.also) {
        if (const std::string text = writer.placeText(place); !text.empty()) {
            line(Wording::LabelAlso, text);
        }
    }
    if (diagnostic.story) {
        line(Wording::LabelCase, writer.in(*diagnostic.story));
    }
    if (diagnostic.ground) {
        line(Wording::LabelGround, writer.in(*diagnostic.ground));
    }
    const std::string remedy = renderRemedy(diagnostic, writer.options().language);
    if (!remedy.empty()) {
        line(Wording::LabelRemedy, remedy);
    }
}

} // namespace

std::string renderText(const Diagnostic& diagnostic, const support::SourceMap& sources,
                       const RenderOptions& options) {
    Writer writer(sources, options);
    const std::string message = renderMessage(diagnostic, options.language);
    const std::string_view code = info(diagnostic.id).code;
    if (options.plain) {
        const std::string place = writer.placeText(diagnostic.span);
        writer.headline(diagnostic.severity, code,
                        place.empty() ? message : place + ": " + message);
        const auto line = [&](Wording which, std::string_view text) {
            writer.plainLine(which, text);
        };
        for (const Note& note : diagnostic.notes) {
            line(Wording::LabelNote, noteSentence(writer, note));
        }
        closing(writer, diagnostic, line);
        return writer.take();
    }
    writer.headline(diagnostic.severity, code, message);
    writer.excerpt(diagnostic.span, '^');
    for (const Note& note : diagnostic.notes) {
        const std::string sentence = renderMessage(note, options.language);
        if (sources.has(note.span.file)) {
            writer.headline(Severity::Note, "", sentence);
            writer.excerpt(note.span, '-');
        } else {
            writer.labelled(Wording::LabelNote, sentence);
        }
    }
    closing(writer, diagnostic,
            [&](Wording which, std::string_view text) { writer.labelled(which, text); });
    return writer.take();
}

} // namespace meldc::diagnostics
