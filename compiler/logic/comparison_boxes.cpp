#include "logic/comparison.h"

#include <algorithm>

/// How many cases lie in an area, and under which conditions.
namespace meldc::logic {

Node Comparison::projected(Node area, bool whatever) {
    std::vector<bool> marked(diagrams_.factCount() + terms_.all().size(), false);
    std::fill(marked.begin() + diagrams_.factCount(), marked.end(), true);
    const auto inside = diagrams_.both(area, consistent_);
    return whatever ? diagrams_.forAll(inside, marked, kAllAnswers)
                    : diagrams_.exists(inside, marked, kAllAnswers);
}

CaseCount Comparison::countOf(Node area, bool inDoubt) {
    return inDoubt ? diagrams_.count(diagrams_.both(area, anyDoubt_), variables_, kAllAnswers)
                   : diagrams_.count(diagrams_.without(area, anyDoubt_), variables_, kCrispAnswers);
}

CaseTally Comparison::count(Area area, bool whatever) {
    const auto cases = projected(area, whatever);
    return {countOf(cases, false), countOf(cases, true)};
}

Node Comparison::nodeOf(const Box& box) {
    auto result = Node::Yes;
    for (const auto& [fact, answers] : box.answers) {
        result = diagrams_.both(result, diagrams_.test(fact.value, answers));
    }
    return result;
}

/// Begins at one case and leaves out whatever can be left out: what could not be left out of a
/// smaller box cannot be left out of a larger one, so that one round is enough.
Box Comparison::boxAround(const Case& given, Node allowed, bool inDoubt, bool isQuietFirst) {
    const auto quiet = quietCase(vocabulary_);
    Box box;
    for (const auto fact : facts_) {
        box.answers.emplace_back(fact, setOf(*given[fact]));
    }
    const auto fits = [&] { return diagrams_.without(nodeOf(box), allowed) == Node::No; };
    const auto widen = [&](bool isQuiet) {
        for (auto at = box.answers.rbegin(); at != box.answers.rend(); ++at) {
            auto& [fact, answers] = *at;
            if ((answers == setOf(*quiet[fact])) != isQuiet) {
                continue;
            }
            const auto narrow = answers;
            for (const AnswerSet wider : {kAllAnswers, static_cast<AnswerSet>(narrow | setOf(Answer::Doubt)),
                                          static_cast<AnswerSet>(narrow | setOf(Answer::Yes)),
                                          static_cast<AnswerSet>(narrow | setOf(Answer::No))}) {
                // Without doubt the answers in between say nothing more.
                if (wider == narrow || (!inDoubt && wider != kAllAnswers)) {
                    continue;
                }
                answers = wider;
                if (fits()) {
                    break;
                }
                answers = narrow;
            }
        }
    };
    widen(isQuietFirst);
    widen(!isQuietFirst);
    std::erase_if(box.answers, [](const auto& one) { return one.second == kAllAnswers; });
    return box;
}

void Comparison::dropSuperfluous(std::vector<Box>& boxes, Node where) {
    for (std::size_t index = boxes.size(); index-- > 0;) {
        auto others = Node::No;
        for (std::size_t other = 0; other < boxes.size(); ++other) {
            if (other != index) {
                others = diagrams_.either(others, nodeOf(boxes[other]));
            }
        }
        if (diagrams_.without(where, others) == Node::No) {
            boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(index));
        }
    }
}

Boxes Comparison::describe(Area area, bool inDoubt) {
    const auto cases = projected(area, false);
    const auto where = inDoubt ? diagrams_.both(cases, anyDoubt_) : diagrams_.without(cases, anyDoubt_);
    // What is no case at all, or is told apart, may lie in a box too.
    const auto others = inDoubt ? diagrams_.negate(anyDoubt_) : anyDoubt_;
    const auto allowed =
        diagrams_.either(where, diagrams_.either(others, diagrams_.negate(consistent_)));
    const auto quiet = quietCase(vocabulary_);
    Boxes result;
    auto left = where;
    while (left != Node::No && !diagrams_.tooLarge()) {
        if (result.all.size() == kMaxBoxes) {
            result.isCut = true;
            break;
        }
        const auto next = smallestCase(diagrams_, left, quiet, inDoubt ? kAllAnswers : kCrispAnswers, terms_);
        auto box = boxAround(next->given, allowed, inDoubt, true);
        auto other = boxAround(next->given, allowed, inDoubt, false);
        const auto inside = [&](const Box& one) {
            return countOf(diagrams_.both(nodeOf(one), where), inDoubt);
        };
        if (inside(other) > inside(box)) {
            box = std::move(other);
        }
        left = diagrams_.without(left, nodeOf(box));
        result.all.push_back(std::move(box));
    }
    if (!result.isCut) {
        dropSuperfluous(result.all, where);
    }
    auto before = Node::No;
    for (auto& box : result.all) {
        const auto inside = diagrams_.both(nodeOf(box), where);
        box.cases = countOf(inside, inDoubt);
        box.further = countOf(diagrams_.without(inside, before), inDoubt);
        before = diagrams_.either(before, inside);
    }
    return result;
}

} // namespace meldc::logic
