#include "emit/ci/items.h"
#include "emit/ci/reports.h"

#include "diagnostics/phrases.h"

#include <array>

namespace meldc::emit {

namespace {

/// GitHub shows this many of each kind in one step.
constexpr std::size_t kShown = 10;

/// Percent signs and line ends would end the text; in a property also what parts properties.
std::string commandText(std::string_view text, bool isProperty) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '%':
            result += "%25";
            break;
        case '\r':
            result += "%0D";
            break;
        case '\n':
            result += "%0A";
            break;
        case ':':
            result += isProperty ? "%3A" : ":";
            break;
        case ',':
            result += isProperty ? "%2C" : ",";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

enum class AnnotationKind : std::uint8_t { Error, Warning, Notice };
constexpr std::array<std::string_view, 3> kAnnotations{"error", "warning", "notice"};

AnnotationKind annotationOf(diagnostics::Severity severity) {
    switch (severity) {
    case diagnostics::Severity::Error:
        return AnnotationKind::Error;
    case diagnostics::Severity::Warning:
        return AnnotationKind::Warning;
    case diagnostics::Severity::Info:
    case diagnostics::Severity::Note:
        break;
    }
    return AnnotationKind::Notice;
}

std::string annotation(const CiItem& item, support::Language language) {
    const CiPlace& place = item.place;
    const std::string kind(kAnnotations[static_cast<std::size_t>(annotationOf(item.entry.severity))]);
    const std::string where =
        place.file.empty() ? ""
                           : "file=" + commandText(place.file, true) +
                                 ",line=" + std::to_string(place.line) +
                                 ",endLine=" + std::to_string(place.endLine) +
                                 ",col=" + std::to_string(place.column) +
                                 ",endColumn=" + std::to_string(place.endColumn) + ",";
    return "::" + kind + " " + where + "title=" + commandText(item.entry.id, true) + "::" +
           commandText(paragraphOf(item, language), false) + "\n";
}

} // namespace

std::string githubReport(const CiRun& run, support::Language language) {
    std::string out;
    std::array<std::size_t, kAnnotations.size()> counts{};
    std::size_t left = 0;
    for (const CiItem* item : faultsOf(run.items)) {
        // One line is kept for how many there are more.
        const auto kind = static_cast<std::size_t>(annotationOf(item->entry.severity));
        const std::size_t room = kind == static_cast<std::size_t>(AnnotationKind::Notice) ? kShown - 1 : kShown;
        if (counts[kind] == room) {
            ++left;
            continue;
        }
        ++counts[kind];
        out += annotation(*item, language);
    }
    if (left > 0) {
        out += "::notice::" +
               commandText(diagnostics::phrase(diagnostics::Phrase::CiMore,
                                           support::same(std::to_string(left)))
                           .in(language),
                       false) +
               "\n";
    }
    return out;
}

} // namespace meldc::emit
