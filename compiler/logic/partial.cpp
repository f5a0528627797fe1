#include <algorithm>
#include <set>

#include "logic/decision_impl.h"

namespace meldc::logic {

namespace {

/// The answers of facts and terms as the variables of the decision's diagrams. A term that is not
/// assumed is `otherwise`.
std::vector<AnswerSet> answersOf(const Decision::Impl& impl, const Case& given,
                                 const std::vector<Assumed>& assumed, AnswerSet otherwise) {
    auto answers = domainsOf(given);
    for (const auto& term : impl.terms.all()) {
        const auto known = std::find_if(assumed.begin(), assumed.end(), [&](const Assumed& one) {
            return one.isChoice == term.isChoice && one.words == term.words;
        });
        answers.push_back(known == assumed.end() ? otherwise
                                                 : setOf(known->value ? Answer::Yes : Answer::No));
    }
    return answers;
}

/// The decision with known facts and terms filled in.
class PartialDecision {
public:
    PartialDecision(const Decision::Impl& impl, const Case& given,
                    const std::vector<Assumed>& assumed)
        : impl_(impl), diagrams_(impl.diagrams.factCount()),
          answers_(answersOf(impl, given, assumed, kCrispAnswers)), consistent_(fill(impl.consistent)) {}

    Partial run() {
        Partial result;
        gatherCertain(result.certain);
        result.perhapsUndetermined = !result.certain.undetermined && isSomewhere(impl_.undetermined);
        result.perhapsDeferred = !result.certain.deferred && isSomewhere(impl_.deferred);
        result.perhaps = std::move(perhaps_);
        followCertain(result.path);
        if (!open_.empty()) {
            findNext(result);
            findTerms(result.terms);
        }
        return result;
    }

private:
    Node fill(Node a) { return diagrams_.fixAll(diagrams_.import(impl_.diagrams, a), answers_); }

    bool isCertain(Node filled) { return diagrams_.without(consistent_, filled) == Node::No; }
    bool isPossible(Node filled) { return diagrams_.both(consistent_, filled) != Node::No; }

    /// Whether some completion of the facts has it for all values of the terms.
    bool isSomewhere(Node a) {
        std::vector<bool> terms(answers_.size(), true);
        std::fill_n(terms.begin(), impl_.diagrams.factCount(), false);
        return isPossible(diagrams_.forAll(fill(a), terms, kCrispAnswers));
    }

    /// Whether all completions have it; else, when some have, it is open.
    bool certain(Node a, bool isDemand) {
        const auto filled = fill(a);
        if (isCertain(filled)) {
            return true;
        }
        if (isPossible(filled)) {
            open_.push_back(filled);
            if (isDemand) {
                openDemands_.push_back(filled);
            }
        }
        return false;
    }

    void gatherCertain(Outcome& outcome) {
        for (const auto& entry : impl_.outcome) {
            const auto openBefore = openDemands_.size();
            const auto demanded = certain(entry.must, true);
            if (demanded) {
                outcome.must.push_back(entry.consequence);
            } else if (openDemands_.size() > openBefore) {
                perhaps_.push_back(entry.consequence);
            }
            if (certain(entry.allowed, false) && !demanded) {
                outcome.may.push_back(entry.consequence);
            }
            if (certain(entry.mayNot, false)) {
                outcome.mayNot.push_back(entry.consequence);
            }
        }
        outcome.undetermined = certain(impl_.undetermined, false);
        outcome.deferred = certain(impl_.deferred, false);
        // Not asked for by itself: which kind of hole it is does not change what is done.
        outcome.holeForDoubt = outcome.undetermined && isCertain(fill(impl_.holeForDoubt));
    }

    struct Answers {
        Node yes;
        Node no;
        Node doubt;
    };
    Answers answersTo(std::uint32_t question) {
        const auto& truth = impl_.questions[question].answer;
        const auto yes = fill(truth.yes);
        const auto no = fill(truth.no);
        return {yes, no, diagrams_.negate(diagrams_.either(yes, no))};
    }

    void followCertain(std::vector<PathStep>& path) {
        std::vector<bool> asked(impl_.questions.size(), false);
        for (auto at = firstQuestion(impl_.protocol); at >= 0;) {
            const auto index = static_cast<std::uint32_t>(at);
            const auto& question = impl_.protocol.questions[index];
            const auto [yes, no, doubt] = answersTo(index);
            Answer answer = Answer::Doubt;
            if (isCertain(yes)) {
                answer = Answer::Yes;
            } else if (isCertain(no)) {
                answer = Answer::No;
            } else if (!isCertain(doubt)) {
                return;
            }
            asked[index] = true;
            const auto number = edgeFor(question, answer);
            path.push_back({index, answer, number});
            at = -1;
            if (number >= 0) {
                const auto& edge = question.edges[static_cast<std::uint32_t>(number)];
                const auto next = edge.target == model::TargetKind::Question
                                      ? findQuestion(impl_.protocol, edge.question)
                                      : -1;
                at = next >= 0 && !asked[static_cast<std::uint32_t>(next)] ? next : -1;
            }
        }
    }

    /// Unknown facts with more than one consistent answer on which one of the functions depends.
    std::vector<FactId> factsThatMatter(const std::vector<Node>& functions) {
        std::vector<FactId> facts;
        for (const auto function : functions) {
            for (const auto variable : diagrams_.support(function)) {
                if (diagrams_.isFact(variable) && isOpen(variable)) {
                    facts.push_back(FactId{variable});
                }
            }
        }
        sortFacts(facts);
        return facts;
    }

    bool isOpen(Variable fact) {
        std::uint32_t possible = 0;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            possible += isPossible(diagrams_.test(fact, setOf(answerAt(answer)))) ? 1U : 0U;
        }
        return possible > 1;
    }

    /// Looks along the questions that may be asked, nearest first, for the first one whose answer
    /// depends on a fact that the outcome depends on too.
    void findNext(Partial& result) {
        const auto matter = factsThatMatter(open_);
        std::vector<bool> seen(impl_.questions.size(), false);
        std::vector<std::uint32_t> queue;
        if (const auto first = firstQuestion(impl_.protocol); first >= 0) {
            queue.push_back(static_cast<std::uint32_t>(first));
            seen[queue.front()] = true;
        }
        for (std::size_t at = 0; at < queue.size(); ++at) {
            const auto index = queue[at];
            const auto [yes, no, doubt] = answersTo(index);
            const auto decided = isCertain(yes) || isCertain(no) || isCertain(doubt);
            for (const auto fact : decided ? std::vector<FactId>{} : factsThatMatter({yes, no})) {
                if (std::binary_search(matter.begin(), matter.end(), fact)) {
                    result.next = fact;
                    result.question = static_cast<std::int32_t>(index);
                    return;
                }
            }
            for (const auto& edge : impl_.protocol.questions[index].edges) {
                const auto way = edge.answer == Answer::Yes  ? yes
                                 : edge.answer == Answer::No ? no
                                                             : doubt;
                const auto next = edge.target == model::TargetKind::Question && isPossible(way)
                                      ? findQuestion(impl_.protocol, edge.question)
                                      : -1;
                if (next >= 0 && !seen[static_cast<std::uint32_t>(next)]) {
                    seen[static_cast<std::uint32_t>(next)] = true;
                    queue.push_back(static_cast<std::uint32_t>(next));
                }
            }
        }
        // No question waits: only what must be done is worth asking for.
        const auto demanded = factsThatMatter(openDemands_);
        if (!demanded.empty()) {
            result.next = demanded.front();
        }
    }

    /// Terms are asked of nobody: they are told beside the answer.
    void findTerms(std::vector<Term>& terms) {
        std::set<Variable> found;
        for (const auto function : open_) {
            for (const auto variable : diagrams_.support(function)) {
                if (!diagrams_.isFact(variable)) {
                    found.insert(variable);
                }
            }
        }
        for (const auto variable : found) {
            terms.push_back(impl_.terms.all()[variable - diagrams_.factCount()]);
        }
    }

    const Decision::Impl& impl_;
    Diagrams diagrams_;
    std::vector<AnswerSet> answers_;
    Node consistent_;
    std::vector<Node> open_;
    std::vector<Node> openDemands_;
    std::vector<model::ConceptId> perhaps_;
};

} // namespace

Outcome evaluate(const Decision& decision, const Case& given, const std::vector<Assumed>& assumed) {
    const auto& impl = decision.impl();
    std::vector<std::uint32_t> answers;
    for (const auto set : answersOf(impl, given, assumed, setOf(Answer::No))) {
        // Unknown facts are not read: any answer will do.
        answers.push_back(isSingle(set) ? numberOf(onlyOf(set)) : 0);
    }
    const auto has = [&](Node a) { return impl.diagrams.evaluate(a, answers); };
    Outcome outcome;
    for (const auto& entry : impl.outcome) {
        if (has(entry.must)) {
            outcome.must.push_back(entry.consequence);
        } else if (has(entry.allowed)) {
            outcome.may.push_back(entry.consequence);
        }
        if (has(entry.mayNot)) {
            outcome.mayNot.push_back(entry.consequence);
        }
    }
    outcome.undetermined = has(impl.undetermined);
    outcome.holeForDoubt = has(impl.holeForDoubt);
    outcome.deferred = has(impl.deferred);
    return outcome;
}

Partial decidePartially(const model::Vocabulary&, const Decision& decision, const Case& given,
                        const std::vector<Assumed>& assumed) {
    if (!decision.hasOutcome() || decision.tooLarge()) {
        return {};
    }
    return PartialDecision(decision.impl(), given, assumed).run();
}

} // namespace meldc::logic
