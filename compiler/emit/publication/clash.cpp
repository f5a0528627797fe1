#include "diagnostics/phrases.h"
#include "emit/national_numbers.h"
#include "emit/publication/writer.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Diag;
using diagnostics::Phrase;

/// A promise with the norm that it is of.
struct Promised {
    const model::Meldnorm* norm = nullptr;
    const model::Promise* promise = nullptr;
};

Promised promiseAt(const model::Protocol& protocol, const support::Span& span) {
    for (const model::Meldnorm& norm : protocol.meldnormen) {
        for (const model::Promise& promise : norm.promises) {
            if (promise.origin.span == span) {
                return {&norm, &promise};
            }
        }
    }
    return {};
}

/// Of the cases that a promise is for, those that the example is one of: what is wrong of one is not wrong of all.
model::Condition brokenPart(const model::Condition& condition, const logic::Case& example) {
    if (condition.kind != model::ConditionKind::Or) {
        return condition;
    }
    model::Condition part = condition;
    std::erase_if(part.operands, [&](const model::Condition& each) {
        return each.kind == model::ConditionKind::Fact && example[each.fact] != model::Answer::Yes;
    });
    if (part.operands.empty()) {
        return condition;
    }
    if (part.operands.size() > 1) {
        return part;
    }
    model::Condition alone = part.operands.front();
    return alone;
}

/// Whether a finding is of a promise that the answers to the questions do not keep.
bool isOfQuestions(const model::Protocol& protocol, const baseline::Finding& fault) {
    const auto isEvidence = [&](const model::Edge& edge) {
        return std::any_of(fault.evidence.begin(), fault.evidence.end(),
                           [&](const baseline::Evidence& each) { return each.span == edge.origin.span; });
    };
    return fault.diagnostic.id == Diag::PromiseNotKept && fault.counterexample &&
           promiseAt(protocol, fault.diagnostic.span).norm != nullptr &&
           std::any_of(protocol.questions.begin(), protocol.questions.end(), [&](const model::Question& question) {
               return std::any_of(question.edges.begin(), question.edges.end(), isEvidence);
           });
}

} // namespace

std::vector<std::string> brokenByQuestions(const BuildInput& input, const Sentences& sentences) {
    std::vector<std::string> texts;
    for (const baseline::Finding* fault : faultsOf(input)) {
        if (!isOfQuestions(*input.decider.protocol, *fault)) {
            continue;
        }
        const Promised promised = promiseAt(*input.decider.protocol, fault->diagnostic.span);
        std::string text = say(Phrase::PubClashQuestions,
                               sentences.clause(brokenPart(promised.promise->condition, fault->counterexample->facts)),
                               promised.norm->id, sentences.nouns().labels(promised.promise->consequences));
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(std::move(text));
        }
    }
    return texts;
}

std::string askInClash(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    std::vector<std::string> names;
    for (const model::ConceptId party : partiesForAdvice(vocabulary, protocol)) {
        const std::string& name = vocabulary[party].inSentence;
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names.empty() ? std::string() : say(Phrase::PubClashAsk, listed(names));
}

std::string askOnCard(const BuildInput& input, const Sentences& sentences) {
    const std::string ask = askInClash(input.decider.library->vocabulary, *input.decider.protocol);
    return ask.empty() || brokenByQuestions(input, sentences).empty() ? std::string() : say(Phrase::PubClashSays, ask);
}

bool isBrokenByQuestions(const BuildInput& input, const model::Origin& origin) {
    if (!isClash(input, origin)) {
        return false;
    }
    const auto faults = faultsOf(input);
    return std::all_of(faults.begin(), faults.end(), [&](const baseline::Finding* fault) {
        const bool isOfIt = std::any_of(fault->evidence.begin(), fault->evidence.end(),
                                        [&](const baseline::Evidence& each) { return each.span == origin.span; });
        return !isOfIt || isOfQuestions(*input.decider.protocol, *fault);
    });
}

std::vector<std::string> clashesOf(const BuildInput& input, const Sentences& sentences, const model::Origin& origin) {
    std::vector<std::string> clashes;
    if (!isClash(input, origin)) {
        return clashes;
    }
    const auto add = [&](std::string text) {
        if (std::find(clashes.begin(), clashes.end(), text) == clashes.end()) {
            clashes.push_back(std::move(text));
        }
    };
    for (const baseline::Finding* fault : faultsOf(input)) {
        const bool isOfIt = std::any_of(fault->evidence.begin(), fault->evidence.end(),
                                        [&](const baseline::Evidence& each) { return each.span == origin.span; });
        const Promised promised = promiseAt(*input.decider.protocol, fault->diagnostic.span);
        if (!isOfIt || fault->diagnostic.id != Diag::PromiseNotKept || promised.norm == nullptr) {
            continue;
        }
        if (promised.promise->origin.span == origin.span && fault->counterexample) {
            add(say(Phrase::PubClashPromise,
                    sentences.clause(brokenPart(promised.promise->condition, fault->counterexample->facts)),
                    sentences.nouns().labels(promised.promise->consequences)));
        } else {
            add(say(Phrase::PubClashWith, promised.norm->id));
        }
    }
    if (clashes.empty()) {
        add(say(Phrase::PubMarkClash));
    }
    return clashes;
}

} // namespace meldc::emit
