#include "diagnostics/phrases.h"
#include "emit/national_numbers.h"
#include "emit/publication/unpromised.h"
#include "emit/publication/writer.h"
#include "logic/analysis.h"
#include "logic/structure.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// A name with a number that can be called from the screen.
doc::Blocks numberItem(const std::string& name, const std::string& number) {
    const std::string digits = dialled(number);
    return {doc::Paragraph{{{name + ": ", doc::Look::Plain, {}, {}, {}},
                            {number, doc::Look::Plain, digits.empty() ? "" : "tel:" + digits, {}, {}}}}};
}

/// Whether a duty is to speak with those whom it is about, whatever the case.
bool isTalk(const model::Vocabulary& vocabulary, const model::Task& task) {
    const auto isConcerned = [&](const model::Ref& ref) {
        return ref.kind == model::Ref::Kind::Concept &&
               vocabulary[model::ConceptId{ref.index}].kind == model::ConceptKind::Concerned;
    };
    return task.home.kind == model::HomeKind::Step && task.modality == model::Modality::Must && !task.condition &&
           std::any_of(task.with.begin(), task.with.end(), isConcerned);
}

/// What stands for the name of the organisation in a template: what its blank asks for.
std::string blankName(const model::Protocol& protocol) {
    const auto blank = std::find_if(protocol.blanks.begin(), protocol.blanks.end(), [](const model::Blank& one) {
        return one.slotKind == syntax::LapseKind::Organisation;
    });
    return say(Phrase::PubWebBlank, blank == protocol.blanks.end() ? say(Phrase::PubWebNameless) : blank->text);
}

/// What holds together in a case, each part in one form.
using PartsOfCase = std::set<std::string>;

/// More cases than anyone writes down: a condition with more of them counts as one.
constexpr std::size_t kMostCases = 64;

/// The cases of a condition of which one is enough, or with `isNot` those in which it does not hold.
std::vector<PartsOfCase> casesOf(const model::Condition& condition, bool isNot = false) {
    using model::ConditionKind;
    if (condition.kind == ConditionKind::Not) {
        return casesOf(condition.operands.front(), !isNot);
    }
    const std::vector<PartsOfCase> whole{{(isNot ? "-" : "+") + model::normalText(condition)}};
    if (condition.kind != ConditionKind::And && condition.kind != ConditionKind::Or) {
        return whole;
    }
    const bool isEach = (condition.kind == ConditionKind::And) != isNot;
    std::vector<PartsOfCase> cases(isEach ? 1 : 0);
    for (const model::Condition& operand : condition.operands) {
        const std::vector<PartsOfCase> more = casesOf(operand, isNot);
        if (!isEach) {
            cases.insert(cases.end(), more.begin(), more.end());
            continue;
        }
        if (cases.size() * more.size() > kMostCases) {
            return whole;
        }
        std::vector<PartsOfCase> both;
        for (const PartsOfCase& one : cases) {
            for (const PartsOfCase& other : more) {
                both.push_back(one);
                both.back().insert(other.begin(), other.end());
            }
        }
        cases = std::move(both);
    }
    return cases;
}

/// Whether every case of `narrow` is one of `wide` by its form alone; that it is by other laws is not seen.
bool isWithin(const model::Condition& narrow, const model::Condition& wide) {
    const auto cases = casesOf(narrow);
    const auto others = casesOf(wide);
    return std::all_of(cases.begin(), cases.end(), [&](const PartsOfCase& one) {
        return std::any_of(others.begin(), others.end(), [&](const PartsOfCase& other) {
            return std::includes(one.begin(), one.end(), other.begin(), other.end());
        });
    });
}

/// What the code promises for certain: not in one reading of it only, and not where words of it are open.
bool isExact(const model::Promise& promise) {
    return promise.origin.guards.empty() && !promise.origin.variant && !promise.origin.draft &&
           model::openTermsOf(promise.condition).empty();
}

/// When something is promised, each case once.
struct PromisedCases {
    model::Modality modality;
    model::ConceptId consequence;
    std::vector<model::Condition> conditions;
    /// Cases that the rest of the code contradicts.
    std::vector<model::Condition> broken;

    void add(const model::Condition& condition) { addTo(conditions, condition); }
    void addBroken(const model::Condition& condition) { addTo(broken, condition); }

private:
    static void addTo(std::vector<model::Condition>& list, const model::Condition& condition) {
        const auto isKnown = [&](const model::Condition& one) { return isWithin(condition, one); };
        if (std::none_of(list.begin(), list.end(), isKnown)) {
            std::erase_if(list, [&](const model::Condition& one) { return isWithin(one, condition); });
            list.push_back(condition);
        }
    }
};

/// The cases of a promise: those that all readings of the code keep, and those that the rest of it contradicts.
struct SplitCases {
    std::optional<model::Condition> kept;
    std::vector<model::Condition> broken;
};

SplitCases splitCases(const BuildInput& input, const model::Promise& promise, model::ConceptId consequence) {
    if (!isClash(input, promise.origin)) {
        return {promise.condition, {}};
    }
    SplitCases split;
    std::vector<model::Condition> cases{promise.condition};
    if (promise.condition.kind == model::ConditionKind::Or) {
        cases = promise.condition.operands;
    }
    for (const logic::Decision& decision : *input.decider.decisions) {
        logic::Analysis analysis(input.decider.library->vocabulary, decision);
        std::erase_if(cases, [&](const model::Condition& one) {
            const bool isBroken = analysis.brokenPromise(one, consequence, promise.modality).has_value();
            if (isBroken) {
                split.broken.push_back(one);
            }
            return isBroken;
        });
        if (analysis.tooLarge()) {
            // Of which of its cases it is contradicted cannot be seen: that it is, was.
            return {std::nullopt, {promise.condition}};
        }
    }
    if (cases.size() == 1) {
        split.kept = cases.front();
    } else if (!cases.empty()) {
        split.kept = promise.condition;
        split.kept->operands = std::move(cases);
    }
    return split;
}

/// Answers that demand the consequence where nothing promises it. What one reading says is not told to parents as
/// certain; a question without words cannot be told.
std::vector<Unpromised> answersFor(const BuildInput& input, const PromisedCases& promised) {
    std::vector<Unpromised> answers;
    if (promised.modality == model::Modality::Must) {
        answers = unpromised(input);
        std::erase_if(answers, [&](const Unpromised& one) {
            return one.consequence != promised.consequence || !one.edge->origin.guards.empty() || one.edge->origin.variant ||
                   one.question->label.empty();
        });
    }
    return answers;
}

/// Whether some decision demands the consequence in a case that is none of those promised, nor of those answers.
bool isDemandedElsewhere(const BuildInput& input, const PromisedCases& promised, const std::vector<Unpromised>& answers) {
    if (promised.modality != model::Modality::Must || promised.conditions.empty()) {
        return false;
    }
    std::vector<model::Condition> told = promised.conditions;
    for (const Unpromised& one : answers) {
        const model::Condition yes = logic::conditionOf(*one.question);
        told.push_back(one.edge->answer == model::Answer::Yes ? yes : model::noneOf({yes}));
    }
    told.insert(told.end(), promised.broken.begin(), promised.broken.end());
    const model::Condition other = model::noneOf(told);
    return std::any_of(input.decider.decisions->begin(), input.decider.decisions->end(), [&](const logic::Decision& decision) {
        logic::Analysis analysis(input.decider.library->vocabulary, decision);
        const auto found = analysis.brokenPromise(other, promised.consequence, model::Modality::MayNot);
        return !analysis.tooLarge() && found && found->isDemanded;
    });
}

/// Of what is promised only that for which nothing else protects more: help stands with the steps.
std::vector<PromisedCases> promisedCases(const BuildInput& input) {
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    const model::Protocol& protocol = *input.decider.protocol;
    std::vector<PromisedCases> all;
    for (const model::Meldnorm& meldnorm : protocol.meldnormen) {
        for (const model::Promise& promise : meldnorm.promises) {
            for (std::size_t i = 0; isExact(promise) && i < promise.consequences.size(); ++i) {
                const model::ConceptId consequence = promise.consequences[i];
                const SplitCases split = splitCases(input, promise, consequence);
                auto known = std::find_if(all.begin(), all.end(), [&](const PromisedCases& one) {
                    return one.modality == promise.modality && one.consequence == consequence;
                });
                if (known == all.end()) {
                    known = all.insert(all.end(), {promise.modality, consequence, {}, {}});
                }
                if (split.kept) {
                    known->add(*split.kept);
                }
                for (const model::Condition& one : split.broken) {
                    known->addBroken(one);
                }
            }
        }
    }
    std::vector<PromisedCases> strongest;
    std::copy_if(all.begin(), all.end(), std::back_inserter(strongest), [&](const PromisedCases& one) {
        return std::none_of(all.begin(), all.end(), [&](const PromisedCases& other) {
            return other.modality == model::Modality::Must &&
                   vocabulary.protectsMore(other.consequence, one.consequence);
        });
    });
    return strongest;
}

} // namespace

void PublicationWriter::web() {
    const bool isNamed = !protocol_.organisation.empty();
    const bool isTemplate = protocol_.kind == model::UnitKind::Template;
    if (isUnfinished()) {
        // For the organisation, beside what is to be copied: parents need not read it.
        add(doc::Notice{{doc::paragraph(say(Phrase::PubWebDraft))}});
    }
    std::string name = isNamed ? capital(protocol_.organisation.front().text) : blankName(protocol_);
    // What is told of a name between commas ends with one.
    name += name.find(", ") == std::string::npos ? "" : ",";
    add(doc::paragraph(isNamed || isTemplate ? say(Phrase::PubWebOf, name) : say(Phrase::PubWebOurs)));
    if (!protocol_.steps.empty()) {
        add(doc::paragraph(diagnostics::phrase(Phrase::PubWebSteps, protocol_.steps.size()).nl));
        doc::List steps;
        steps.isNumbered = true;
        for (const model::Step& step : protocol_.steps) {
            steps.isNumbered = steps.isNumbered && step.id == std::to_string(steps.items.size() + 1);
            steps.items.push_back({doc::Paragraph{runsOf(step.label, step.origin)}});
        }
        add(std::move(steps));
    }
    // The first of each step: how a talk is prepared and written down is for staff.
    Statements talks;
    std::vector<std::uint32_t> told;
    for (const model::Task& task : protocol_.tasks) {
        if (isTalk(vocabulary_, task) && std::find(told.begin(), told.end(), task.home.index) == told.end()) {
            told.push_back(task.home.index);
            talks.emplace_back(sentences_->of(task), &task.origin);
        }
    }
    if (!talks.empty()) {
        if (!protocol_.exceptions.empty()) {
            talks.emplace_back(say(Phrase::PubWebExceptions), nullptr);
        }
        together(talks);
    }
    for (const PromisedCases& promised : promisedCases(input_)) {
        add(doc::paragraph(say(Phrase::PubWebWhen, sentences_->promised(promised.modality, promised.consequence))));
        doc::List cases;
        for (const model::Condition& condition : promised.conditions) {
            cases.items.push_back({doc::paragraph(sentences_->clause(condition))});
        }
        const std::vector<Unpromised> answers = answersFor(input_, promised);
        for (const Unpromised& one : answers) {
            cases.items.push_back({doc::paragraph(say(Phrase::PubWebAlso, words_.answer(one.edge->answer), one.question->label))});
        }
        // Whoever copies the text chooses first.
        for (const model::Condition& condition : promised.broken) {
            cases.items.push_back({doc::paragraph(say(Phrase::PubWebClash, sentences_->clause(condition)))});
        }
        add(std::move(cases));
        if (isDemandedElsewhere(input_, promised, answers)) {
            add(doc::paragraph(say(Phrase::PubWebMore)));
        }
    }
    doc::List numbers;
    for (const NationalNumber& one : nationalNumbers(vocabulary_, protocol_)) {
        numbers.items.push_back(numberItem(one.name, one.number));
    }
    // For parents, whoever else gets it.
    for (const model::Contact* contact : contactsFor(input_, Audience::Public)) {
        // Experts advise staff.
        if (!contact->phone.empty() && isForAnyone(vocabulary_, protocol_, *contact)) {
            numbers.items.push_back(numberItem(nameOfContact(vocabulary_, *contact), contact->phone));
        }
    }
    if (!numbers.items.empty()) {
        add(doc::paragraph(say(Phrase::PubWebCall)));
        add(std::move(numbers));
    }
    // Numbers of staff are not for guide and website; who it is, is.
    if (const std::optional<std::uint32_t> focal = focalRole()) {
        const std::string who = sentences_->nouns().of(model::Ref{model::Ref::Kind::Role, *focal}).text;
        add(doc::paragraph(say(Phrase::PubWebAskRole, who)));
        return;
    }
    add(doc::paragraph(say(Phrase::PubWebAsk)));
    add(doc::Field{say(Phrase::PubWebAskField), say(Phrase::DocumentFill)});
}

} // namespace meldc::emit
