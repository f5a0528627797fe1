#include "driver/beginning.h"

#include "emit/layout.h"
#include "support/accents.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::driver {

namespace {

constexpr std::string_view kRemark = "//#";
constexpr std::string_view kInclude = "//+";
constexpr std::string_view kQuestion = "//?";
constexpr std::string_view kHint = "//:";
constexpr std::string_view kAnswer = "//=";
constexpr std::string_view kQuestionNote = "//$";
constexpr std::string_view kComment = "//";

/// Longest name that is made out of the name of an organisation.
constexpr std::size_t kLongestWord = 60;

/// "$name|example": the place between the angle brackets.
Slot slotOf(std::string_view inside) {
    Slot slot;
    if (inside.starts_with('$')) {
        const std::size_t bar = std::min(inside.find('|'), inside.size());
        slot.variable = inside.substr(1, bar - 1);
        inside.remove_prefix(std::min(bar + 1, inside.size()));
    }
    slot.example = inside;
    return slot;
}

/// Takes a line apart; its places go to `slots`.
std::vector<Piece> piecesOf(std::string_view line, std::vector<Slot>& slots) {
    std::vector<Piece> pieces;
    std::string words;
    bool isOptional = false;
    bool isInQuotes = false;
    const auto flush = [&] {
        if (!words.empty()) {
            pieces.push_back({words, std::nullopt, isOptional});
        }
        words.clear();
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        const std::size_t end = line[at] == '<' ? line.find('>', at) : line.npos;
        if (end != line.npos) {
            flush();
            Slot slot = slotOf(line.substr(at + 1, end - at - 1));
            slot.isText = isInQuotes;
            slot.isOptional = isOptional;
            pieces.push_back({"", slots.size(), isOptional});
            slots.push_back(std::move(slot));
            at = end;
        } else if (!isInQuotes && (line[at] == '[' || line[at] == ']')) {
            flush();
            isOptional = line[at] == '[';
        } else {
            isInQuotes = isInQuotes != (line[at] == '"');
            words += line[at];
        }
    }
    flush();
    return pieces;
}

class BeginningReader {
public:
    using Find = std::function<std::optional<std::string_view>(const std::string&)>;
    BeginningReader(const Find& find, Beginning& result) : find_(find), result_(result) {}

    void read(std::string_view text, std::size_t depth) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            line(text.substr(0, end), depth);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        close();
    }

private:
    void line(std::string_view whole, std::size_t depth) {
        const std::string_view text = support::withoutBlanks(whole);
        const auto behind = [&](std::string_view mark) { return support::withoutBlanks(text.substr(mark.size())); };
        if (text.starts_with(kRemark)) {
            return;
        }
        if (text.starts_with(kQuestion)) {
            if (!group_.lines.empty()) {
                close();
            }
            group_.indent = whole.substr(0, whole.find(kQuestion));
            question(text.substr(kQuestion.size()));
        } else if (text.starts_with(kHint)) {
            group_.hints.emplace_back(behind(kHint));
        } else if (text.starts_with(kAnswer)) {
            group_.lines.push_back(piecesOf(behind(kAnswer), group_.slots));
        } else {
            close();
            const auto other = text.starts_with(kInclude) && depth < support::kMaxImportDepth
                                   ? find_(std::string(behind(kInclude)))
                                   : std::nullopt;
            if (other) {
                read(*other, depth + 1);
            } else if (!text.starts_with(kInclude)) {
                result_.parts.push_back({std::string(whole), std::nullopt});
            }
        }
    }

    void question(std::string_view text) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        group_.questions.push_back({std::string(support::withoutBlanks(text.substr(blank))), std::string(text.substr(0, blank))});
    }

    void close() {
        if (!group_.lines.empty()) {
            result_.parts.push_back({"", std::move(group_)});
        }
        group_ = {};
    }

    const Find& find_;
    Beginning& result_;
    Group group_;
};

std::string filled(const std::vector<Piece>& pieces, const Group& group,
                   const std::vector<std::optional<std::string>>& answers, bool withExamples) {
    std::string text;
    for (std::size_t i = 0; i < pieces.size();) {
        // Pieces that are left out together.
        std::size_t end = i + 1;
        while (end < pieces.size() && pieces[end].isOptional == pieces[i].isOptional) {
            ++end;
        }
        const bool isLeftOut =
            pieces[i].isOptional && !withExamples &&
            std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(i),
                        pieces.begin() + static_cast<std::ptrdiff_t>(end),
                        [&](const Piece& piece) { return piece.slot && !answers[*piece.slot]; });
        for (; i < end; ++i) {
            if (isLeftOut) {
                continue;
            }
            text += pieces[i].words;
            if (pieces[i].slot) {
                text += answers[*pieces[i].slot].value_or(group.slots[*pieces[i].slot].example);
            }
        }
    }
    return text;
}

void addGroup(const Group& group, const std::vector<std::optional<std::string>>& answers, std::string& text) {
    const bool isDone = isAnswered(group, answers);
    for (const Group::Question& question : group.questions) {
        text += group.indent + std::string(kComment) + " " + question.text + "\n";
    }
    for (const std::string& hint : group.hints) {
        if (!isDone) {
            text += group.indent + std::string(kComment) + " " + hint + "\n";
        }
    }
    for (const auto& line : group.lines) {
        const std::string words = filled(line, group, answers, !isDone);
        // A line of which all may be left out is none.
        if (!words.empty()) {
            text += group.indent + (isDone ? "" : std::string(kComment) + " ") + words + "\n";
        }
    }
}

/// A line to copy, with the values that are known.
std::string withValues(std::string_view line, const NamedValues& values) {
    Group group;
    const std::vector<Piece> pieces = piecesOf(line, group.slots);
    std::vector<std::optional<std::string>> answers;
    for (const Slot& slot : group.slots) {
        const auto at = values.find(slot.variable);
        answers.push_back(at == values.end() || slot.variable.empty() ? std::nullopt : std::optional(at->second));
    }
    return filled(pieces, group, answers, true);
}

/// The letter without its accents.
char32_t plainLetter(char32_t letter) {
    for (bool isComposed = true; isComposed;) {
        const auto at = std::find_if(support::kCompositions.begin(), support::kCompositions.end(),
                                     [&](const support::Composition& each) { return each.composed == letter; });
        isComposed = at != support::kCompositions.end();
        if (isComposed) {
            letter = at->base;
        }
    }
    return letter;
}

} // namespace

std::vector<const Group*> Beginning::groups() const {
    std::vector<const Group*> result;
    for (const BeginningPart& part : parts) {
        if (part.group) {
            result.push_back(&*part.group);
        }
    }
    return result;
}

Beginning readBeginning(std::string_view text,
                        const std::function<std::optional<std::string_view>(const std::string&)>& find) {
    Beginning result;
    BeginningReader(find, result).read(text, 0);
    return result;
}

Answers knownAnswers(const Beginning& beginning, const NamedValues& values) {
    Answers answers;
    for (const Group* group : beginning.groups()) {
        auto& of = answers.emplace_back();
        for (const Slot& slot : group->slots) {
            const auto at = values.find(slot.variable);
            of.push_back(slot.variable.empty() || at == values.end() ? std::nullopt : std::optional(at->second));
        }
    }
    return answers;
}

bool isAnswered(const Group& group, const std::vector<std::optional<std::string>>& answers) {
    for (std::size_t i = 0; i < group.slots.size(); ++i) {
        if (!group.slots[i].isOptional && !answers[i]) {
            return false;
        }
    }
    return true;
}

std::string written(const Beginning& beginning, const NamedValues& values, const Answers& answers) {
    std::string text;
    std::size_t group = 0;
    for (const BeginningPart& part : beginning.parts) {
        const std::string_view bare = support::withoutBlanks(part.line);
        if (part.group) {
            addGroup(*part.group, answers[group++], text);
        } else if (bare.starts_with(kQuestionNote)) {
            const auto at = values.find(bare.substr(kQuestionNote.size()));
            const std::string begin = std::string(part.line.substr(0, part.line.find(kQuestionNote))) + std::string(kComment) + " ";
            text += at == values.end() ? "" : emit::wrapped(at->second, begin, begin);
        } else {
            text += withValues(part.line, values) + "\n";
        }
    }
    return text;
}

std::string wordFor(std::string_view name) {
    std::string word;
    for (std::size_t at = 0; at < name.size();) {
        const auto decoded = support::decode(name, at);
        at += std::max<std::size_t>(decoded.size, 1);
        char32_t letter = plainLetter(decoded.value);
        if (letter >= 'A' && letter <= 'Z') {
            letter += 'a' - 'A';
        }
        const bool isLetter = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (isLetter && word.size() < kLongestWord) {
            word += static_cast<char>(letter);
        } else if (letter != '\'' && letter != 0x2019 && !isLetter && !word.empty() && word.back() != '_') {
            // An apostrophe stands inside a word.
            word += '_';
        }
    }
    while (word.ends_with('_')) {
        word.pop_back();
    }
    // A name begins with a letter.
    word.erase(0, std::min(word.find_first_not_of("0123456789_"), word.size()));
    return word;
}

} // namespace meldc::driver
