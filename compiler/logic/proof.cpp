#include "logic/proof.h"

#include <algorithm>

#include "logic/decision_impl.h"
#include "logic/replay.h"
#include "logic/smallest.h"

namespace meldc::logic {

using model::Goal;
using model::Requirement;
using model::RequirementKind;

namespace {

/// One proof, on diagrams of its own.
class Prover {
public:
    Prover(const model::Vocabulary& vocabulary, const Decision& decision,
           const Requirement& requirement)
        : vocabulary_(vocabulary), impl_(decision.impl()), requirement_(requirement),
          withDoubt_(requirement.alsoInDoubt || requirement.kind == RequirementKind::Monotone),
          domain_(withDoubt_ ? kAllAnswers : kCrispAnswers), diagrams_(impl_.diagrams.factCount()),
          terms_(impl_.terms), conditions_(diagrams_, terms_, impl_.reading) {}

    Proof run() {
        if (isTooWide()) {
            proof_.result = ProofResult::TooLarge;
            return std::move(proof_);
        }
        consistent_ = take(impl_, impl_.consistent);
        premise_ = consistent_;
        if (requirement_.when) {
            const auto when = conditions_.of(*requirement_.when).yes;
            use(when);
            premise_ = diagrams_.both(consistent_, domainOnly(when));
        }
        switch (requirement_.kind) {
        case RequirementKind::Always:
            conclude(diagrams_.without(premise_, goal(impl_, requirement_.goal, false)), premise_);
            break;
        case RequirementKind::Never:
            conclude(diagrams_.both(premise_, goal(impl_, requirement_.goal, false)), premise_);
            break;
        case RequirementKind::Monotone:
            proveMonotone();
            break;
        case RequirementKind::Possible:
            provePossible();
            break;
        case RequirementKind::After:
            proveAfter();
            break;
        default:
            break;
        }
        finish();
        return std::move(proof_);
    }

private:
    /// Whether the requirement adds more facts and terms than can be looked at.
    bool isTooWide() {
        auto facts = impl_.factsRead;
        if (requirement_.when) {
            appendFacts(*requirement_.when, impl_.reading, nullptr, facts);
            collectTerms(*requirement_.when, terms_);
        }
        return tooManyVariables(vocabulary_, std::move(facts), terms_);
    }

    /// Without doubt in scope, functions are compared on cases without doubt only.
    Node domainOnly(Node a) { return withDoubt_ ? a : diagrams_.crisp(a); }
    Node take(const Decision::Impl& from, Node a) {
        return domainOnly(diagrams_.import(from.diagrams, a));
    }

    /// Notes the facts and terms on which an ingredient of the proof depends.
    void use(Node a) {
        for (const auto variable : diagrams_.support(a)) {
            used_.push_back(variable);
        }
    }

    Node goal(const Decision::Impl& impl, const Goal& wanted, bool mayCounts) {
        const auto leaf = [&](model::ConceptId consequence) {
            auto entry = impl.find(consequence);
            entry.must = diagrams_.import(impl.diagrams, entry.must);
            entry.allowed = diagrams_.import(impl.diagrams, entry.allowed);
            use(entry.must);
            use(entry.allowed);
            return entry;
        };
        return domainOnly(goalDiagram(diagrams_, wanted, mayCounts, leaf));
    }

    /// Marks for quantification: facts, open terms and choices as asked.
    std::vector<bool> marked(bool facts, bool openTerms, bool choices) const {
        std::vector<bool> result(diagrams_.factCount(), facts);
        for (const auto& term : terms_.all()) {
            result.push_back(term.isChoice ? choices : openTerms);
        }
        return result;
    }
    Node existsFactsAndChoices(Node a) {
        return diagrams_.exists(a, marked(true, false, true), domain_);
    }

    /// Settles a requirement that must hold in every case and for every choice, from the cases in
    /// which it does not. `premise`: the cases that it speaks of.
    void conclude(Node bad, Node premise) {
        if (bad == Node::No) {
            proof_.result = premise == Node::No ? ProofResult::Vacuous : ProofResult::Holds;
            return;
        }
        const auto fails = existsFactsAndChoices(bad) == Node::Yes;
        proof_.result = fails ? ProofResult::Fails : ProofResult::DependsOnOpenTerm;
        auto found = bad;
        if (fails) {
            const auto someChoice = diagrams_.exists(bad, marked(false, false, true), domain_);
            const auto always = diagrams_.forAll(someChoice, marked(false, true, false), domain_);
            if (always != Node::No) {
                found = always;
            }
        }
        auto example = smallestCase(diagrams_, found, quietCase(vocabulary_), domain_, terms_);
        if (!example) {
            return; // only when the diagrams grew too large
        }
        if (found != bad) {
            example->assumed = choicesIn(bad, example->given);
        }
        proof_.counterexample = std::move(example->given);
        proof_.assumed = std::move(example->assumed);
    }

    /// The choices that make a case bad when the open terms mean no.
    std::vector<Assumed> choicesIn(Node bad, const Case& given) {
        auto answers = domainsOf(given);
        for (const auto& term : terms_.all()) {
            answers.push_back(term.isChoice ? kCrispAnswers : setOf(Answer::No));
        }
        return smallestTerms(diagrams_, diagrams_.fixAll(bad, answers), terms_);
    }

    void provePossible() {
        const auto good = diagrams_.both(premise_, goal(impl_, requirement_.goal, true));
        const auto premiseOccurs = existsFactsAndChoices(premise_);
        const auto impossible = diagrams_.without(premiseOccurs, existsFactsAndChoices(good));
        if (good == Node::No) {
            // Also where the premise never occurs: then there is no such case either.
            proof_.result = ProofResult::Fails;
        } else if (impossible == Node::No) {
            proof_.result = ProofResult::Holds;
            if (auto example =
                    smallestCase(diagrams_, good, quietCase(vocabulary_), domain_, terms_)) {
                proof_.witness = std::move(example->given);
                proof_.assumed = std::move(example->assumed);
            }
        } else {
            proof_.result = ProofResult::DependsOnOpenTerm;
            proof_.assumed = smallestTerms(diagrams_, impossible, terms_);
        }
    }

    void proveMonotone() {
        const auto wanted = goal(impl_, requirement_.goal, false);
        const auto has = diagrams_.both(premise_, wanted);
        auto someLesserHas = has;
        for (const auto fact : requirement_.facts) {
            someLesserHas = diagrams_.upward(someLesserHas, fact.value);
        }
        const auto lost = diagrams_.without(premise_, wanted);
        conclude(diagrams_.both(lost, someLesserHas), has);
        if (proof_.counterexample) {
            findLesser(has);
        }
    }

    void findLesser(Node has) {
        const auto& more = *proof_.counterexample;
        auto answers = domainsOf(more);
        for (const auto fact : requirement_.facts) {
            answers[fact.value] = kAllAnswers;
        }
        for (const auto& term : terms_.all()) {
            const auto isYes = isAssumed(proof_.assumed, term.words, term.isChoice);
            answers.push_back(setOf(isYes ? Answer::Yes : Answer::No));
        }
        auto where = diagrams_.fixAll(has, answers);
        for (const auto fact : requirement_.facts) {
            AnswerSet noSurer = kNoAnswer;
            for (std::uint32_t answer = 0; answer <= numberOf(*more[fact]); ++answer) {
                noSurer = static_cast<AnswerSet>(noSurer | setOf(answerAt(answer)));
            }
            where = diagrams_.both(where, diagrams_.test(fact.value, noSurer));
        }
        if (auto example = smallestCase(diagrams_, where, more, domain_, terms_)) {
            proof_.lesser = std::move(example->given);
        }
    }

    void proveAfter() {
        const auto before = diagrams_.both(premise_, goal(impl_, requirement_.goal, false));
        auto mayChange = marked(false, false, true);
        for (std::size_t fact = 0; fact < vocabulary_.facts.size(); ++fact) {
            mayChange[fact] = vocabulary_.facts[fact].changeable;
        }
        proof_.noReassessment = impl_.returns.empty();
        auto again = Node::No;
        for (const auto& stated : impl_.returns) {
            use(diagrams_.import(impl_.diagrams, stated.when));
            const auto when = take(impl_, stated.when);
            const auto second = compileFrom(vocabulary_, impl_.protocol,
                                            static_cast<std::int32_t>(stated.question));
            if (second->diagrams.tooLarge()) {
                diagrams_.giveUp();
            }
            const auto has = diagrams_.both(consistent_, goal(*second, requirement_.then, true));
            const auto reachable = diagrams_.exists(has, mayChange, domain_);
            again = diagrams_.either(again, diagrams_.both(when, reachable));
        }
        conclude(diagrams_.without(before, again), before);
    }

    void finish() {
        if (diagrams_.tooLarge()) {
            proof_ = {};
            proof_.result = ProofResult::TooLarge;
            return;
        }
        count();
        proof_.replayFailed = !isBorneOut(vocabulary_, impl_.protocol, requirement_, proof_);
    }

    void count() {
        auto facts = impl_.reading.questionFacts;
        facts.insert(facts.end(), requirement_.facts.begin(), requirement_.facts.end());
        if (requirement_.when) {
            appendFacts(*requirement_.when, impl_.reading, nullptr, facts);
        }
        std::sort(used_.begin(), used_.end());
        used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
        for (const auto variable : used_) {
            if (diagrams_.isFact(variable)) {
                facts.push_back(FactId{variable});
            } else {
                const auto& term = terms_.all()[variable - diagrams_.factCount()];
                proof_.assumptions.push_back(term.words);
            }
        }
        sortFacts(facts);
        std::vector<bool> others(diagrams_.factCount(), true);
        std::vector<Variable> variables;
        for (const auto fact : facts) {
            others[fact.value] = false;
            variables.push_back(fact.value);
        }
        const auto possible = diagrams_.exists(consistent_, others, domain_);
        auto& count = proof_.count;
        count.cases = diagrams_.count(possible, variables, domain_);
        count.excluded = diagrams_.count(diagrams_.negate(possible), variables, domain_);
        count.withDoubt = withDoubt_;
        count.saturated = count.cases >= kSaturated || count.excluded >= kSaturated;
        count.facts = std::move(facts);
        if (diagrams_.tooLarge()) {
            proof_ = {};
            proof_.result = ProofResult::TooLarge;
        }
    }

    const model::Vocabulary& vocabulary_;
    const Decision::Impl& impl_;
    const Requirement& requirement_;
    bool withDoubt_;
    AnswerSet domain_;
    Diagrams diagrams_;
    Terms terms_;
    ConditionDiagrams conditions_;
    Node consistent_ = Node::Yes;
    /// Consistent cases of which the requirement speaks.
    Node premise_ = Node::Yes;
    std::vector<Variable> used_;
    Proof proof_;
};

} // namespace

Proof prove(const model::Vocabulary& vocabulary, const Decision& decision,
            const Requirement& requirement) {
    Proof proof;
    if (!decision.exists()) {
        proof.result = ProofResult::NoDecision;
        return proof;
    }
    if (decision.tooLarge()) {
        proof.result = ProofResult::TooLarge;
        return proof;
    }
    return Prover(vocabulary, decision, requirement).run();
}

} // namespace meldc::logic
