#include <algorithm>
#include <iterator>

#include "logic/prohibition.h"
#include "logic/structure.h"
#include "logic/truth.h"

namespace meldc::logic {

using model::ConceptId;
using model::Condition;
using model::Modality;
using model::TargetKind;

namespace {

using Consequences = std::vector<ConceptId>;

/// Consequences as they are gathered; allowed holds the demanded ones too.
struct Gathered {
    Consequences must;
    Consequences allowed;
    Consequences mayNot;

    void add(ConceptId consequence, Modality modality) {
        if (modality == Modality::MayNot) {
            mayNot.push_back(consequence);
            return;
        }
        allowed.push_back(consequence);
        if (modality == Modality::Must) {
            must.push_back(consequence);
        }
    }

    void sort() {
        for (auto* list : {&must, &allowed, &mayNot}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
    }
};

Consequences common(const Consequences& a, const Consequences& b) {
    Consequences result;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

Consequences together(const Consequences& a, const Consequences& b) {
    Consequences result;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
}

bool isPartOf(const Consequences& a, const Consequences& b) {
    return std::includes(b.begin(), b.end(), a.begin(), a.end());
}

/// Walks one case, step by step as a person would.
class Walker {
public:
    Walker(const model::Protocol& world, const Reading& reading,
           const std::set<TaskEffect>& forbiddenToSomeOnly, const std::vector<Assumed>& assumed)
        : world_(world), reading_(reading), forbiddenToSomeOnly_(forbiddenToSomeOnly),
          truth_(reading, assumed) {}

    /// From now on walks begin at this question.
    void startAt(std::int32_t question) { start_ = question; }

    Walk run(const Domains& domains) {
        walk_ = {};
        gathered_ = {};
        undecided_ = nullptr;
        walkQuestions(domains);
        reachSteps();
        fireRoutes(domains);
        applyTasks(domains);
        gathered_.sort();
        return walk_;
    }

    /// After run() on a complete case: the questions to which duties return it.
    std::vector<std::uint32_t> returns(const Domains& domains) {
        std::vector<std::uint32_t> result;
        for (const auto& task : world_.tasks) {
            const bool isDead =
                task.home.kind == model::HomeKind::Route && !fires_[task.home.index];
            if (!isDead && statesReturn(world_, task) &&
                (!task.condition || answer(*task.condition, nullptr, domains) == Answer::Yes)) {
                const auto question = findQuestion(world_, task.returnTo);
                result.push_back(static_cast<std::uint32_t>(question));
            }
        }
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    [[nodiscard]] const Gathered& gathered() const { return gathered_; }
    /// A condition that open facts leave undecided, or nullptr.
    [[nodiscard]] const Condition* undecided() const { return undecided_; }
    [[nodiscard]] const CountsFor* undecidedCounting() const { return undecidedCounting_; }

private:
    /// The answer of a condition; empty (and noted) when open facts leave it undecided.
    Value answer(const Condition& condition, const CountsFor* counting, const Domains& domains) {
        const auto result = truth_.read(condition, counting, domains);
        if (isSingle(result)) {
            return onlyOf(result);
        }
        if (undecided_ == nullptr) {
            undecidedCopy_ = condition;
            undecided_ = &undecidedCopy_;
            undecidedCounting_ = counting;
        }
        return std::nullopt;
    }

    void walkQuestions(const Domains& domains) {
        std::vector<bool> asked(world_.questions.size(), false);
        const auto first = start_ >= 0 ? start_ : firstQuestion(world_);
        walk_.outcome.undetermined = first < 0;
        for (auto at = first; at >= 0;) {
            const auto index = static_cast<std::uint32_t>(at);
            const auto& question = world_.questions[index];
            const auto given = answer(conditionOf(question), reading_.of(question), domains);
            asked[index] = true;
            if (!given) {
                walk_.stuckAt = at;
                return;
            }
            const auto edge = edgeFor(question, *given);
            walk_.path.push_back({index, *given, edge});
            at = edge < 0 ? endUndetermined(*given)
                          : follow(question.edges[static_cast<std::uint32_t>(edge)], *given, asked);
        }
    }

    /// The next question, or -1 when the walk ends.
    std::int32_t follow(const model::Edge& edge, Answer given, const std::vector<bool>& asked) {
        for (const auto& effect : edge.effects) {
            gathered_.add(effect.consequence, effect.modality);
        }
        if (edge.target == TargetKind::End) {
            return -1;
        }
        if (edge.target == TargetKind::Wait) {
            walk_.outcome.deferred = true;
            return -1;
        }
        const auto next =
            edge.target == TargetKind::Question ? findQuestion(world_, edge.question) : -1;
        if (next < 0) {
            return endUndetermined(given);
        }
        if (asked[static_cast<std::uint32_t>(next)]) {
            walk_.loops = true;
            return endUndetermined(given);
        }
        return next;
    }

    std::int32_t endUndetermined(Answer last) {
        walk_.outcome.undetermined = true;
        walk_.outcome.holeForDoubt = last == Answer::Doubt;
        return -1;
    }

    void reachSteps() {
        lastStep_ = lastStepAlwaysReached(world_);
        const auto reach = [&](const model::Question& question) {
            if (question.step.isValid()) {
                lastStep_ = std::max(lastStep_, static_cast<std::int32_t>(question.step.value));
            }
        };
        for (const auto& passed : walk_.path) {
            const auto& question = world_.questions[passed.question];
            reach(question);
            if (passed.edge >= 0) {
                const auto& edge = question.edges[static_cast<std::uint32_t>(passed.edge)];
                lastStep_ = std::max(lastStep_, findStep(world_, edge.step));
            }
        }
        if (walk_.stuckAt >= 0) {
            reach(world_.questions[static_cast<std::uint32_t>(walk_.stuckAt)]);
        }
    }

    [[nodiscard]] bool isReached(std::uint32_t step) const {
        return static_cast<std::int64_t>(step) <= lastStep_;
    }

    void fireRoutes(const Domains& domains) {
        fires_.assign(world_.routes.size(), false);
        for (std::size_t index = 0; index < world_.routes.size(); ++index) {
            const auto& route = world_.routes[index];
            const auto stands =
                !route.id.empty() && (!route.step.isValid() || isReached(route.step.value));
            fires_[index] = stands && answer(route.condition, nullptr, domains) == Answer::Yes;
        }
    }

    bool applies(const model::Task& task, const Domains& domains) {
        const auto isYes = [&] {
            return !task.condition || answer(*task.condition, nullptr, domains) == Answer::Yes;
        };
        switch (firingOf(task)) {
        case Firing::OnCondition:
            return isYes();
        case Firing::InStep:
            return isReached(stepOf(task)) && isYes();
        case Firing::WithRoute:
            return fires_[task.home.index] && isYes();
        case Firing::Never:
            break;
        }
        return false;
    }

    void applyTasks(const Domains& domains) {
        for (std::uint32_t index = 0; index < world_.tasks.size(); ++index) {
            const auto& task = world_.tasks[index];
            if (task.consequences.empty() || !applies(task, domains)) {
                continue;
            }
            bool adds = false;
            for (const auto consequence : task.consequences) {
                if (!forbiddenToSomeOnly_.contains({index, consequence})) {
                    gathered_.add(consequence, task.modality);
                    adds = true;
                }
            }
            if (!adds) {
                continue;
            }
            walk_.tasks.push_back(index);
            if (task.home.kind == model::HomeKind::Route) {
                walk_.routes.push_back(task.home.index);
            }
        }
        std::sort(walk_.routes.begin(), walk_.routes.end());
        walk_.routes.erase(std::unique(walk_.routes.begin(), walk_.routes.end()),
                           walk_.routes.end());
    }

    const model::Protocol& world_;
    const Reading& reading_;
    const std::set<TaskEffect>& forbiddenToSomeOnly_;
    TruthReader truth_;
    Walk walk_;
    Gathered gathered_;
    std::vector<bool> fires_;
    std::int32_t lastStep_ = -1;
    /// The question to begin at; -1: the first.
    std::int32_t start_ = -1;
    const Condition* undecided_ = nullptr;
    Condition undecidedCopy_;
    const CountsFor* undecidedCounting_ = nullptr;
};

/// Finds what every way to settle the doubts of a deferred case has. Facts are settled one at a
/// time, and only those that the walk comes to need.
class Settler {
public:
    Settler(const model::Vocabulary& vocabulary, const Reading& reading, Walker& walker)
        : vocabulary_(vocabulary), reading_(reading), walker_(walker) {}

    /// Adds it to `gathered`. False when there were too many ways.
    bool addTo(Gathered& gathered, const Domains& given) {
        auto start = given;
        for (auto& domain : start) {
            domain = isSingle(domain) && domain != setOf(Answer::Doubt) ? domain : kCrispAnswers;
        }
        if (narrow(vocabulary_, start) != nullptr || !canBeSettled(vocabulary_, start)) {
            return true;
        }
        std::vector<Domains> open{start};
        bool first = true;
        Gathered every;
        for (std::size_t tried = 0; !open.empty(); ++tried) {
            if (tried == kMaxResolutions) {
                return false;
            }
            const auto domains = std::move(open.back());
            open.pop_back();
            walker_.run(domains);
            if (walker_.undecided() != nullptr) {
                split(domains, open);
                continue;
            }
            const auto& found = walker_.gathered();
            every = first ? found
                          : Gathered{common(every.must, found.must),
                                     common(every.allowed, found.allowed),
                                     common(every.mayNot, found.mayNot)};
            first = false;
            if (isPartOf(every.must, gathered.must) && isPartOf(every.allowed, gathered.allowed) &&
                isPartOf(every.mayNot, gathered.mayNot)) {
                return true;
            }
        }
        gathered = {together(gathered.must, every.must), together(gathered.allowed, every.allowed),
                    together(gathered.mayNot, every.mayNot)};
        return true;
    }

private:
    /// Settles the first open fact of the undecided condition both ways.
    void split(const Domains& domains, std::vector<Domains>& open) {
        std::vector<FactId> facts;
        appendFacts(*walker_.undecided(), reading_, walker_.undecidedCounting(), facts);
        const auto fact = std::find_if(facts.begin(), facts.end(),
                                       [&](FactId one) { return !isSingle(domains[one.value]); });
        for (const auto answer : {Answer::Yes, Answer::No}) {
            auto settled = domains;
            settled[fact->value] = setOf(answer);
            // What narrowing without contradiction leaves open can still be settled, because the
            // start could be.
            if (narrow(vocabulary_, settled) == nullptr) {
                open.push_back(std::move(settled));
            }
        }
    }

    const model::Vocabulary& vocabulary_;
    const Reading& reading_;
    Walker& walker_;
};

void sortByName(const model::Vocabulary& vocabulary, Consequences& list) {
    std::sort(list.begin(), list.end(),
              [&](ConceptId a, ConceptId b) { return vocabulary[a].name < vocabulary[b].name; });
}

} // namespace

Walks::Walks(const model::Vocabulary& vocabulary, const model::Protocol& world)
    : vocabulary_(vocabulary), world_(world), reading_(readingOf(vocabulary.facts.size(), world)),
      forbiddenToSomeOnly_(forbiddenToSomeOnly(vocabulary, world)) {}

Walk Walks::operator()(const Case& given, const std::vector<Assumed>& assumed) const {
    return start(-1, given, assumed);
}

Walk Walks::from(std::uint32_t question, const Case& given,
                 const std::vector<Assumed>& assumed) const {
    return start(static_cast<std::int32_t>(question), given, assumed);
}

std::vector<std::uint32_t> Walks::returnsOf(const Case& given,
                                            const std::vector<Assumed>& assumed) const {
    Walker walker(world_, reading_, forbiddenToSomeOnly_, assumed);
    const auto domains = domainsOf(given);
    walker.run(domains);
    return walker.returns(domains);
}

Walk Walks::start(std::int32_t question, const Case& given,
                  const std::vector<Assumed>& assumed) const {
    auto domains = domainsOf(given);
    // What the known facts imply about unknown ones is known too. A case that contradicts the
    // vocabulary is walked as it stands.
    if (auto narrowed = domains; narrow(vocabulary_, narrowed) == nullptr) {
        domains = std::move(narrowed);
    }
    Walker walker(world_, reading_, forbiddenToSomeOnly_, assumed);
    walker.startAt(question);
    auto result = walker.run(domains);
    auto gathered = walker.gathered();
    if (result.outcome.deferred && walker.undecided() == nullptr) {
        result.tooManyDoubts = !Settler(vocabulary_, reading_, walker).addTo(gathered, domains);
    }
    auto& outcome = result.outcome;
    outcome.must = gathered.must;
    std::set_difference(gathered.allowed.begin(), gathered.allowed.end(), gathered.must.begin(),
                        gathered.must.end(), std::back_inserter(outcome.may));
    outcome.mayNot = gathered.mayNot;
    for (auto* list : {&outcome.must, &outcome.may, &outcome.mayNot}) {
        sortByName(vocabulary_, *list);
    }
    return result;
}

Walk walk(const model::Vocabulary& vocabulary, const model::Protocol& world, const Case& given,
          const std::vector<Assumed>& assumed) {
    return Walks(vocabulary, world)(given, assumed);
}

} // namespace meldc::logic
