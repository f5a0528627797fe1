#include <algorithm>
#include <map>

#include "logic/decision_impl.h"
#include "logic/prohibition.h"

namespace meldc::logic {

using model::Modality;
using model::TargetKind;

namespace {

/// Compiles one decision; its parts in the order in which they need each other.
class Compiler {
public:
    Compiler(const model::Vocabulary& vocabulary, Decision::Impl& impl)
        : vocabulary_(vocabulary), impl_(impl), diagrams_(impl.diagrams),
          conditions_(impl.diagrams, impl.terms, impl.reading) {}

    void run(std::int32_t start) {
        collectFacts();
        collectAllTerms();
        if (tooManyVariables(vocabulary_, impl_.factsRead, impl_.terms)) {
            diagrams_.giveUp();
            return;
        }
        impl_.consistent = consistency(diagrams_, vocabulary_);
        answerQuestions();
        walkFrom(start);
        reachSteps(start);
        fireRoutes();
        returnToQuestions();
        applyTasks();
        gatherEdges();
        dropForbiddenToSomeOnly(vocabulary_, impl_);
        combine();
    }

private:
    bool contributes(const model::Task& task) const {
        return !task.consequences.empty() && firingOf(task) != Firing::Never;
    }
    bool isRead(const model::Task& task) const {
        return contributes(task) || statesReturn(impl_.protocol, task);
    }

    void collectFacts() {
        auto& facts = impl_.factsRead;
        facts = impl_.reading.questionFacts;
        for (const auto& route : impl_.protocol.routes) {
            if (!route.id.empty()) {
                appendFacts(route.condition, impl_.reading, nullptr, facts);
            }
        }
        for (const auto& task : impl_.protocol.tasks) {
            if (task.condition && isRead(task)) {
                appendFacts(*task.condition, impl_.reading, nullptr, facts);
            }
        }
        sortFacts(facts);
    }

    void collectAllTerms() {
        for (const auto& question : impl_.protocol.questions) {
            if (logic::exists(question)) {
                collectTerms(conditionOf(question), impl_.terms);
            }
        }
        for (const auto& route : impl_.protocol.routes) {
            if (!route.id.empty()) {
                collectTerms(route.condition, impl_.terms);
            }
        }
        for (const auto& task : impl_.protocol.tasks) {
            if (task.condition && isRead(task)) {
                collectTerms(*task.condition, impl_.terms);
            }
        }
    }

    void answerQuestions() {
        for (const auto& question : impl_.protocol.questions) {
            QuestionDiagrams result;
            if (logic::exists(question)) {
                result.answer = conditions_.of(conditionOf(question), impl_.reading.of(question));
                result.taken.assign(question.edges.size(), Node::No);
            }
            impl_.questions.push_back(std::move(result));
        }
    }

    void end(EndingKind kind, std::uint32_t question, Answer answer, Node when,
             std::uint32_t target = 0) {
        if (when == Node::No) {
            return;
        }
        impl_.undetermined = diagrams_.either(impl_.undetermined, when);
        if (answer == Answer::Doubt) {
            impl_.holeForDoubt = diagrams_.either(impl_.holeForDoubt, when);
        }
        if (kind == EndingKind::Loop) {
            impl_.loops = diagrams_.either(impl_.loops, when);
        }
        for (auto& known : impl_.endings) {
            if (known.kind == kind && known.question == question && known.answer == answer) {
                known.when = diagrams_.either(known.when, when);
                return;
            }
        }
        impl_.endings.push_back({kind, question, answer, when, target});
    }

    /// Cases that ask a question for the first time in this round, by question.
    using Round = std::map<std::uint32_t, Node>;

    void follow(std::uint32_t index, Answer answer, Node when, Round& next) {
        if (when == Node::No) {
            return;
        }
        const auto& question = impl_.protocol.questions[index];
        const auto number = edgeFor(question, answer);
        if (number < 0) {
            end(EndingKind::Hole, index, answer, when);
            return;
        }
        const auto& edge = question.edges[static_cast<std::uint32_t>(number)];
        auto& taken = impl_.questions[index].taken[static_cast<std::uint32_t>(number)];
        taken = diagrams_.either(taken, when);
        switch (edge.target) {
        case TargetKind::End:
            return;
        case TargetKind::Wait:
            impl_.deferred = diagrams_.either(impl_.deferred, when);
            return;
        case TargetKind::Open:
            end(EndingKind::Open, index, answer, when);
            return;
        case TargetKind::Question:
            break;
        }
        const auto found = findQuestion(impl_.protocol, edge.question);
        if (found < 0) {
            end(EndingKind::Missing, index, answer, when);
            return;
        }
        const auto target = static_cast<std::uint32_t>(found);
        const auto asked = impl_.questions[target].asked;
        end(EndingKind::Loop, index, answer, diagrams_.both(when, asked), target);
        auto& waiting = next[target];
        waiting = diagrams_.either(waiting, diagrams_.without(when, asked));
    }

    /// In round n stand the cases by the n-th question they are asked: each asks one, so there are
    /// no more rounds than questions.
    void walkFrom(std::int32_t start) {
        if (start < 0) {
            impl_.undetermined = Node::Yes;
            return;
        }
        Round round{{static_cast<std::uint32_t>(start), Node::Yes}};
        while (!round.empty() && !diagrams_.tooLarge()) {
            for (const auto& [question, when] : round) {
                auto& asked = impl_.questions[question].asked;
                asked = diagrams_.either(asked, when);
            }
            Round next;
            for (const auto& [question, when] : round) {
                const auto [yes, no] = impl_.questions[question].answer;
                follow(question, Answer::Yes, diagrams_.both(when, yes), next);
                follow(question, Answer::No, diagrams_.both(when, no), next);
                const auto known = diagrams_.either(yes, no);
                follow(question, Answer::Doubt, diagrams_.without(when, known), next);
            }
            std::erase_if(next, [](const auto& entry) { return entry.second == Node::No; });
            round = std::move(next);
        }
    }

    void reachSteps(std::int32_t start) {
        const auto& protocol = impl_.protocol;
        auto& reached = impl_.stepReached;
        reached.assign(protocol.steps.size(), Node::No);
        const auto reach = [&](std::int64_t step, Node when) {
            if (step >= 0 && static_cast<std::size_t>(step) < reached.size()) {
                auto& here = reached[static_cast<std::size_t>(step)];
                here = diagrams_.either(here, when);
            }
        };
        reach(lastStepAlwaysReached(protocol), Node::Yes);
        if (start >= 0) {
            const auto step = protocol.questions[static_cast<std::uint32_t>(start)].step;
            reach(step.isValid() ? step.value : -1, Node::Yes);
        }
        for (std::size_t index = 0; index < protocol.questions.size(); ++index) {
            const auto& question = protocol.questions[index];
            if (!logic::exists(question)) {
                continue;
            }
            reach(question.step.isValid() ? std::int64_t{question.step.value} : -1,
                  impl_.questions[index].asked);
            for (std::size_t edge = 0; edge < question.edges.size(); ++edge) {
                reach(findStep(protocol, question.edges[edge].step),
                      impl_.questions[index].taken[edge]);
            }
        }
        for (auto step = reached.size(); step > 1; --step) {
            reached[step - 2] = diagrams_.either(reached[step - 2], reached[step - 1]);
        }
    }

    void fireRoutes() {
        for (const auto& route : impl_.protocol.routes) {
            auto fires = Node::No;
            if (!route.id.empty()) {
                fires = conditions_.of(route.condition).yes;
                if (route.step.isValid()) {
                    fires = diagrams_.both(fires, impl_.stepReached[route.step.value]);
                }
            }
            impl_.routeFires.push_back(fires);
        }
    }

    Node applies(const model::Task& task) {
        const auto condition =
            task.condition ? conditions_.of(*task.condition).yes : Node::Yes;
        switch (firingOf(task)) {
        case Firing::OnCondition:
            return condition;
        case Firing::InStep:
            return diagrams_.both(condition, impl_.stepReached[stepOf(task)]);
        case Firing::WithRoute:
            return diagrams_.both(condition, impl_.routeFires[task.home.index]);
        case Firing::Never:
            break;
        }
        return Node::No;
    }

    void applyTasks() {
        const auto& tasks = impl_.protocol.tasks;
        for (std::uint32_t index = 0; index < tasks.size(); ++index) {
            const auto& task = tasks[index];
            const auto when = contributes(task) ? applies(task) : Node::No;
            impl_.taskApplies.push_back(when);
            if (contributes(task)) {
                for (const auto consequence : task.consequences) {
                    impl_.contributions.push_back(
                        {{true, index, 0, consequence, task.modality}, when});
                }
            }
        }
    }

    /// The step of the duty need not be reached: a re-assessment comes after the decision.
    void returnToQuestions() {
        auto& returns = impl_.returns;
        for (const auto& task : impl_.protocol.tasks) {
            if (!statesReturn(impl_.protocol, task)) {
                continue;
            }
            auto when = task.condition ? conditions_.of(*task.condition).yes : Node::Yes;
            if (task.home.kind == model::HomeKind::Route) {
                when = diagrams_.both(when, impl_.routeFires[task.home.index]);
            }
            const auto found = findQuestion(impl_.protocol, task.returnTo);
            const auto question = static_cast<std::uint32_t>(found);
            auto known = std::find_if(returns.begin(), returns.end(), [&](const auto& one) {
                return one.question == question;
            });
            if (known == returns.end()) {
                known = returns.insert(known, {question, Node::No});
            }
            known->when = diagrams_.either(known->when, when);
        }
    }

    void gatherEdges() {
        const auto& questions = impl_.protocol.questions;
        for (std::uint32_t index = 0; index < questions.size(); ++index) {
            if (!logic::exists(questions[index])) {
                continue;
            }
            const auto& edges = questions[index].edges;
            for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
                for (const auto& effect : edges[edge].effects) {
                    impl_.contributions.push_back({{false, index, edge, effect.consequence, effect.modality},
                                                   impl_.questions[index].taken[edge]});
                }
            }
        }
    }

    /// Adds to a deferred case what every way to settle its doubts has.
    Node settle(Node gathered, Node settledConsistent) {
        if (impl_.deferred == Node::No || settledConsistent == Node::No) {
            return gathered;
        }
        const auto everyWay =
            diagrams_.resolve(diagrams_.either(gathered, diagrams_.negate(settledConsistent)));
        return diagrams_.either(gathered, diagrams_.both(impl_.deferred, everyWay));
    }

    void combine() {
        auto& outcome = impl_.outcome;
        for (const auto& contribution : impl_.contributions) {
            const auto known = std::find_if(outcome.begin(), outcome.end(), [&](const auto& entry) {
                return entry.consequence == contribution.consequence;
            });
            auto& entry = known != outcome.end()
                              ? *known
                              : outcome.emplace_back(ConsequenceDiagrams{contribution.consequence});
            const auto add = [&](Node& where) {
                where = diagrams_.either(where, contribution.when);
            };
            if (contribution.modality == Modality::MayNot) {
                add(entry.mayNot);
            } else {
                add(entry.allowed);
                if (contribution.modality == Modality::Must) {
                    add(entry.must);
                }
            }
        }
        // What the decision does not read is taken out of the vocabulary's implications, so that
        // the outcome depends on nothing that is not read.
        std::vector<bool> notRead(vocabulary_.facts.size(), true);
        for (const auto fact : impl_.factsRead) {
            notRead[fact.value] = false;
        }
        const auto settled =
            diagrams_.exists(diagrams_.crisp(impl_.consistent), notRead, kCrispAnswers);
        for (auto& entry : outcome) {
            entry.must = settle(entry.must, settled);
            entry.allowed = settle(entry.allowed, settled);
            entry.mayNot = settle(entry.mayNot, settled);
        }
        std::sort(outcome.begin(), outcome.end(), [&](const auto& a, const auto& b) {
            return vocabulary_[a.consequence].name < vocabulary_[b.consequence].name;
        });
    }

    const model::Vocabulary& vocabulary_;
    Decision::Impl& impl_;
    Diagrams& diagrams_;
    ConditionDiagrams conditions_;
};

} // namespace

std::shared_ptr<const Decision::Impl> compileFrom(const model::Vocabulary& vocabulary,
                                                  model::Protocol world, std::int32_t start) {
    auto impl = std::make_shared<Decision::Impl>();
    impl->protocol = std::move(world);
    impl->diagrams = Diagrams(static_cast<std::uint32_t>(vocabulary.facts.size()));
    impl->reading = readingOf(vocabulary.facts.size(), impl->protocol);
    const auto first = start >= 0 ? start : firstQuestion(impl->protocol);
    impl->exists = first >= 0;
    Compiler(vocabulary, *impl).run(first);
    return impl;
}

Decision compile(const model::Vocabulary& vocabulary, model::Protocol world) {
    return Decision(compileFrom(vocabulary, std::move(world), -1));
}

} // namespace meldc::logic
