#include "driver/interview.h"

#include "diagnostics/phrases.h"
#include "driver/lines.h"
#include "pipeline/files.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <algorithm>
#include <regex>

namespace meldc::driver {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

/// Longest answer, in bytes.
constexpr std::size_t kLongestAnswer = 500;
/// Where an answer is awaited.
constexpr std::string_view kPrompt = "> ";

/// One question: for which place of which group.
struct Step {
    std::size_t group = 0;
    std::size_t slot = 0;
};

bool isSpelt(const std::string& answer, Phrase word) {
    const Localized text = phrase(word);
    return answer == text.nl || answer == text.en;
}

/// A day as people write it (31-1-2026) the way the language does; other answers as they are.
std::string asWritten(const Slot& slot, const std::string& answer) {
    if (slot.isText) {
        return answer;
    }
    static const std::regex kDay(R"((\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}))");
    std::smatch parts;
    if (support::Date::parse(slot.example) && std::regex_match(answer, parts, kDay)) {
        const auto twoDigits = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
        return parts[3].str() + "-" + twoDigits(parts[2]) + "-" + twoDigits(parts[1]);
    }
    std::string word = answer;
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    return word;
}

class Interviewer {
public:
    Interviewer(Session& session, const Beginning& beginning, const CheckText& check, NamedValues& values, Answers& answers)
        : session_(session), beginning_(beginning), groups_(beginning.groups()), check_(check), values_(values),
          answers_(answers), input_(std::string(pipeline::kStandardInput)) {
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            for (std::size_t slot = 0; slot < groups_[group]->slots.size(); ++slot) {
                steps_.push_back({group, slot});
            }
        }
    }

    void run() {
        std::size_t at = next(0);
        while (at < steps_.size()) {
            ask(at);
            const auto line = input_.next();
            if (!line) {
                session_.console().message("\n");
                tell(phrase(Phrase::NewInputEnded));
                return;
            }
            const std::string answer = trimmedAnswer(*line);
            if (isSpelt(answer, Phrase::NewStop)) {
                return;
            }
            if (isSpelt(answer, Phrase::NewBack)) {
                at = before(at);
            } else if (answer.empty() || take(steps_[at], answer)) {
                at = next(at + 1);
            }
        }
    }

private:
    void tell(const Localized& text) {
        session_.console().message(diagnostics::sentence(text).in(session_.language()) + "\n");
    }

    static std::string trimmedAnswer(const std::string& line) {
        constexpr const char* kBlank = " \t\r";
        const std::size_t begin = line.find_first_not_of(kBlank);
        return begin == line.npos ? "" : line.substr(begin, line.find_last_not_of(kBlank) - begin + 1);
    }

    /// Whether what was answered before asks for this.
    bool isWanted(const Step& step) const {
        const Group& group = *groups_[step.group];
        if (step.slot > 0) {
            const auto& first = answers_[step.group].front();
            return first.has_value();
        }
        const std::string word = group.questions.empty() ? "" : group.questions.front().onlyAfter;
        if (word.empty() || step.group == 0) {
            return true;
        }
        const auto& earlier = answers_[step.group - 1];
        return !earlier.empty() && earlier.front() == word;
    }

    std::size_t next(std::size_t at) const {
        while (at < steps_.size() && !isWanted(steps_[at])) {
            ++at;
        }
        return at;
    }

    std::size_t before(std::size_t at) {
        for (std::size_t earlier = at; earlier-- > 0;) {
            if (isWanted(steps_[earlier])) {
                return earlier;
            }
        }
        tell(phrase(Phrase::NewFirst));
        return at;
    }

    void ask(std::size_t at) {
        const Step& step = steps_[at];
        const Group& group = *groups_[step.group];
        const support::Language language = session_.language();
        std::string text = "\n";
        if (!group.questions.empty()) {
            const auto& question = group.questions[std::min(step.slot, group.questions.size() - 1)];
            text += phrase(Phrase::NewQuestion, step.group + 1, groups_.size(), support::same(question.text)).in(language) + "\n";
        }
        if (step.slot == 0) {
            for (const std::string& hint : group.hints) {
                text += hint + "\n";
            }
        }
        const auto& known = answers_[step.group][step.slot];
        text += diagnostics::sentence(known ? phrase(Phrase::NewSoFar, support::same(*known))
                                            : phrase(Phrase::NewExample, support::same(group.slots[step.slot].example)))
                    .in(language) +
                "\n";
        session_.console().message(text + std::string(kPrompt));
    }

    /// Takes an answer when the file can stand with it; else tells why not.
    bool take(const Step& step, const std::string& answer) {
        const Slot& slot = groups_[step.group]->slots[step.slot];
        const bool isPlain = std::none_of(answer.begin(), answer.end(), [](char letter) {
            return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
        });
        if (answer.size() > kLongestAnswer || support::firstInvalidUtf8(answer) || !isPlain) {
            tell(phrase(Phrase::NewNotText));
            return false;
        }
        if (answer.find('"') != answer.npos) {
            tell(phrase(Phrase::NewNoQuote));
            return false;
        }
        const std::string value = asWritten(slot, answer);
        if (!slot.isText && value.find_first_of(" {}[](),/") != value.npos) {
            const bool isDay = support::Date::parse(slot.example).has_value();
            tell(phrase(isDay ? Phrase::NewOneDay : Phrase::NewOneWord, slot.example));
            return false;
        }
        Answers tried = answers_;
        NamedValues known = values_;
        tried[step.group][step.slot] = value;
        if (!slot.variable.empty()) {
            known[slot.variable] = value;
        }
        forgetFollowUps(step, tried, known);
        if (const auto wrong = check_(written(beginning_, known, tried))) {
            tell(phrase(Phrase::NewUnusable, *wrong));
            return false;
        }
        answers_ = std::move(tried);
        values_ = std::move(known);
        return true;
    }

    /// What was answered because of another answer goes with that.
    void forgetFollowUps(const Step& step, Answers& answers, NamedValues& values) const {
        for (std::size_t group = step.group + 1; group < groups_.size(); ++group) {
            const Group& next = *groups_[group];
            const std::string word = next.questions.empty() ? "" : next.questions.front().onlyAfter;
            if (word.empty()) {
                return;
            }
            const auto& before = answers[group - 1];
            if (!before.empty() && before.front() == word) {
                continue;
            }
            for (std::size_t slot = 0; slot < next.slots.size(); ++slot) {
                answers[group][slot].reset();
                values.erase(next.slots[slot].variable);
            }
        }
    }

    Session& session_;
    const Beginning& beginning_;
    std::vector<const Group*> groups_;
    const CheckText& check_;
    NamedValues& values_;
    Answers& answers_;
    LineReader input_;
    std::vector<Step> steps_;
};

} // namespace

void interview(Session& session, const Beginning& beginning, const CheckText& check, NamedValues& values,
               Answers& answers) {
    Interviewer(session, beginning, check, values, answers).run();
}

} // namespace meldc::driver
