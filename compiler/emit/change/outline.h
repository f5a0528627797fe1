#pragma once

#include "emit/change/change.h"
#include "emit/places.h"

#include <string>
#include <vector>

/// What changes, as sections with items: text, merge request and page are made from it.
namespace meldc::emit {

/// How an item is looked at: what loses protection, what gains it, what asks for a look, what only tells.
enum class ChangeLook : std::uint8_t { Worse, Better, Look, Plain };

struct ChangeDetail {
    std::string label;
    std::vector<std::string> lines;
};

struct ChangeItem {
    ChangeLook look = ChangeLook::Plain;
    /// For programs: the effect or what happened.
    std::string word;
    /// A few words before the text: "less protection".
    std::string mark;
    std::string text;
    /// Behind the text: a count.
    std::string count;
    std::vector<ChangeDetail> details;
    At at;
};

enum class ChangeSectionKind : std::uint8_t {
    Cases, Statements, Verdicts, SameMeaning, Acceptances, Findings, Account
};

struct ChangeSection {
    ChangeSectionKind kind = ChangeSectionKind::Cases;
    std::string heading;
    std::vector<std::string> intro;
    std::vector<ChangeItem> items;
    /// Behind the items: what is not told of them.
    std::vector<std::string> closing;
};

/// One protocol.
struct ChangeOutline {
    std::string title;
    std::string subtitle;
    /// In sight before all else; sentences.
    std::vector<std::string> headline;
    /// Less protection that nobody accepted.
    bool isGateShut = false;
    /// Whether anything changes.
    bool isEmpty = false;
    std::vector<ChangeSection> sections;
};

[[nodiscard]] ChangeOutline outlineOf(const ChangeReport& report, const ComparedProtocol& compared,
                                      support::Language language);

/// What is said of the run as a whole: protocols that came or went. Sentences.
[[nodiscard]] std::vector<std::string> runNotes(const ChangeReport& report, support::Language language);

} // namespace meldc::emit
