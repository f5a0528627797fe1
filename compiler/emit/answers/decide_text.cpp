#include "emit/answers/decide_json.h"

#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"
#include "emit/layout.h"
#include "emit/notices.h"
#include "emit/places.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

class DecideTeller {
public:
    DecideTeller(const support::SourceMap& sources, const Decider& decider, Language language)
        : sources_(sources), decider_(decider), language_(language) {}

    void tell(const logic::Case& given, const Answer& answer) {
        for (const std::size_t index : answer.conflicts) {
            const model::Meldnorm& meldnorm = decider_.protocol->meldnormen[index];
            line(meldnorm.label.empty()
                     ? phrase(Phrase::DecideConflictPlain, meldnorm.id)
                     : phrase(Phrase::DecideConflict, meldnorm.id, support::same(meldnorm.label)));
            indented(phrase(Phrase::ReportPlace, placesText(meldnorm.origin)));
        }
        if (!answer.conflicts.empty()) {
            out_ += '\n';
        }
        situation(given);
        list(Phrase::DecideMust, answer.certain.must);
        list(Phrase::DecideMay, answer.certain.may);
        list(Phrase::DecideMayNot, answer.certain.mayNot);
        const bool isOpen = answer.next.isValid() || !answer.dependsOn.empty();
        if (answer.certain.must.empty() && !isOpen && answer.readings.size() == 1) {
            line(phrase(Phrase::DecideNothing));
        }
        if (answer.truncated) {
            line(phrase(Phrase::DecideTruncated, decider_.worlds->all.size()));
        } else if (answer.certain.undetermined) {
            line(phrase(Phrase::DecideUndetermined));
        } else if (answer.perhapsUndetermined) {
            line(phrase(Phrase::DecidePerhapsUndetermined));
        }
        if (answer.readings.size() > 1) {
            line(phrase(Phrase::DecideReadingsDiffer));
        }
        terms(answer);
        if (answer.certain.deferred) {
            line(phrase(Phrase::DecideDeferred));
        } else if (answer.perhapsDeferred) {
            line(phrase(Phrase::DecidePerhapsDeferred));
        }
        next(answer);
        path(answer);
        if (!answer.grounds.empty()) {
            std::vector<Localized> names;
            for (const model::Norm* norm : answer.grounds) {
                names.push_back(support::same(norm->id + " " + norm->title));
            }
            line(phrase(Phrase::DecideGrounds, diagnostics::joined(names, "; ")));
        }
        for (const Localized& notice : noticesOf(decider_.currency)) {
            line(notice);
        }
    }

    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void situation(const logic::Case& given) {
        const model::Vocabulary& vocabulary = decider_.library->vocabulary;
        std::vector<Localized> clauses;
        for (std::uint32_t i = 0; i < given.values.size(); ++i) {
            const model::FactId fact{i};
            if (const logic::Value value = given[fact]) {
                const Localized& told = vocabulary[fact].phrase(*value);
                clauses.push_back(
                    told.isEmpty()
                        ? support::same(vocabulary.nameOf(fact) + ": " +
                                        std::string(spelling(*value)))
                        : told);
            }
        }
        if (!clauses.empty()) {
            line(phrase(Phrase::DecideCase, diagnostics::joined(clauses, "; ")));
        }
    }

    void list(Phrase which, const std::vector<model::ConceptId>& consequences) {
        if (consequences.empty()) {
            return;
        }
        std::vector<Localized> labels;
        for (const model::ConceptId id : consequences) {
            labels.push_back(decider_.library->vocabulary[id].label);
        }
        line(phrase(which, diagnostics::joined(labels, "; ")));
    }

    void terms(const Answer& answer) {
        std::vector<Localized> words;
        for (const logic::Term& term : answer.dependsOn) {
            words.push_back(support::same("‘" + term.words + "’"));
        }
        if (!words.empty()) {
            line(phrase(Phrase::DecideDependsOn, diagnostics::joined(words, "; ")));
        }
    }

    void next(const Answer& answer) {
        if (!answer.next.isValid()) {
            return;
        }
        const model::Vocabulary& vocabulary = decider_.library->vocabulary;
        const Localized& label = vocabulary[vocabulary[answer.next].concept_].label;
        if (answer.question < 0) {
            line(phrase(Phrase::DecideNextFact, label, vocabulary.nameOf(answer.next)));
            return;
        }
        const model::Question& question = (*decider_.selected)[answer.questionWorld]
                                              .questions[static_cast<std::size_t>(answer.question)];
        line(phrase(Phrase::DecideNextQuestion, question.id, support::same(question.label), label,
                    vocabulary.nameOf(answer.next)));
        indented(phrase(Phrase::ReportPlace, placesText(question.origin)));
    }

    void path(const Answer& answer) {
        if (answer.path.empty()) {
            return;
        }
        line(phrase(Phrase::DecidePath));
        const model::Protocol& world = decider_.selected->front();
        for (const logic::PathStep& step : answer.path) {
            const model::Question& question = world.questions[step.question];
            indented(phrase(Phrase::DecidePathStep, question.id, support::same(question.label),
                            answerText(step.answer), placesText(question.origin)));
        }
    }

    static Localized answerText(model::Answer answer) {
        return phrase(answer == model::Answer::Yes  ? Phrase::StoryYes
                      : answer == model::Answer::No ? Phrase::StoryNo
                                                    : Phrase::StoryDoubt);
    }

    Localized placesText(const model::Origin& origin) const {
        std::vector<Localized> places;
        for (const At& at : placesOf(sources_, origin)) {
            places.push_back(told(at));
        }
        return diagnostics::joined(places, "; ");
    }

    void line(const Localized& text) {
        out_ += wrapped(diagnostics::sentence(text).in(language_), "", "  ");
    }
    void indented(const Localized& text) { out_ += wrapped(text.in(language_), "  ", "    "); }

    const support::SourceMap& sources_;
    const Decider& decider_;
    Language language_;
    std::string out_;
};

} // namespace

std::string decideText(const support::SourceMap& sources, const Decider& decider,
                       const logic::Case& given, const Answer& answer, Language language) {
    DecideTeller teller(sources, decider, language);
    teller.tell(given, answer);
    return teller.take();
}

} // namespace meldc::emit
