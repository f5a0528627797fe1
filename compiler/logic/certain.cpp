#include "logic/certain.h"

#include "logic/condition_diagram.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace meldc::logic {

namespace {

/// A box: variables in order, each with the answers it may have. Variables that are not there may have any.
using Tests = std::vector<std::pair<Variable, AnswerSet>>;

/// All sets of answers, the wider first.
constexpr std::array<AnswerSet, 7> kSets{0b111, 0b011, 0b101, 0b110, 0b001, 0b010, 0b100};

bool isWithin(const Tests& narrow, const Tests& wide) {
    auto at = narrow.begin();
    return std::ranges::all_of(wide, [&](const auto& test) {
        at = std::find_if(at, narrow.end(), [&](const auto& one) { return one.first >= test.first; });
        return at != narrow.end() && at->first == test.first && (at->second & ~test.second) == 0;
    });
}

/// The largest boxes within functions.
class LargestBoxes {
public:
    explicit LargestBoxes(Diagrams& diagrams) : diagrams_(diagrams) {}

    /// None is within another. Each box within the function is within one of them. Look at tooMany().
    const std::vector<Tests>& of(Node function) {
        const auto known = known_.find(static_cast<std::uint32_t>(function));
        if (known != known_.end()) {
            return known->second;
        }
        std::vector<Tests> result;
        if (function == Node::Yes) {
            result.emplace_back();
        } else if (function != Node::No && !tooMany_) {
            const Variable variable = diagrams_.variableOf(function);
            for (const AnswerSet answers : kSets) {
                Node common = Node::Yes;
                for (std::uint32_t i = 0; i < kAnswerCount; ++i) {
                    if (holds(answers, i)) {
                        common = diagrams_.both(common, diagrams_.child(function, i));
                    }
                }
                add(result, variable, answers, of(common));
                tooMany_ = tooMany_ || diagrams_.tooLarge() || result.size() > support::kMaxLargestBoxes;
                if (tooMany_) {
                    break;
                }
            }
        }
        // Elements stay where they are when the map grows.
        return known_.emplace(static_cast<std::uint32_t>(function), std::move(result)).first->second;
    }

    [[nodiscard]] bool tooMany() const { return tooMany_; }

private:
    static void add(std::vector<Tests>& result, Variable variable, AnswerSet answers,
                    const std::vector<Tests>& rests) {
        for (const Tests& rest : rests) {
            Tests box;
            if (answers != kAllAnswers) {
                box.emplace_back(variable, answers);
            }
            box.insert(box.end(), rest.begin(), rest.end());
            const bool isKnown =
                std::ranges::any_of(result, [&](const Tests& wider) { return isWithin(box, wider); });
            if (!isKnown) {
                result.push_back(std::move(box));
            }
        }
    }

    Diagrams& diagrams_;
    std::unordered_map<std::uint32_t, std::vector<Tests>> known_;
    bool tooMany_ = false;
};

/// Whether what is known in some case of the box, one answer a test and no more, is in none of the others; also when
/// it would take too long to know.
bool isNeeded(const Tests& box, const std::vector<const Tests*>& others) {
    Tests known(box);
    std::size_t tried = 0;
    const auto isAlone = [&](const auto& next, std::size_t at) -> bool {
        if (++tried > support::kMaxTriedCases) {
            return true;
        }
        if (at == box.size()) {
            return std::ranges::none_of(others, [&](const Tests* other) { return isWithin(known, *other); });
        }
        for (std::uint32_t i = 0; i < kAnswerCount; ++i) {
            if (holds(box[at].second, i)) {
                known[at].second = setOf(answerAt(i));
                if (next(next, at + 1)) {
                    return true;
                }
            }
        }
        return false;
    };
    return isAlone(isAlone, 0);
}

/// The boxes without those that no partial case needs, the longest taken away first.
std::vector<Tests> needed(std::vector<Tests> boxes) {
    std::ranges::stable_sort(boxes, {}, &Tests::size);
    std::vector<const Tests*> kept;
    for (const Tests& box : boxes) {
        kept.push_back(&box);
    }
    for (std::size_t i = kept.size(); i-- > 0;) {
        std::vector<const Tests*> others;
        for (const Tests* other : kept) {
            // Only what meets the box can hold a case of it.
            if (other != kept[i] && other->size() <= kept[i]->size()) {
                others.push_back(other);
            }
        }
        if (!isNeeded(*kept[i], others)) {
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    std::vector<Tests> result;
    for (const Tests* box : kept) {
        result.push_back(*box);
    }
    return result;
}

Node boxOf(Diagrams& diagrams, const Tests& tests) {
    Node box = Node::Yes;
    for (const auto& [variable, answers] : tests) {
        box = diagrams.both(box, diagrams.test(variable, answers));
    }
    return box;
}

/// The cases, of these facts, that some consistent case agrees with.
Node consistencyOf(Diagrams& diagrams, const model::Vocabulary& vocabulary, const std::vector<FactId>& facts) {
    std::vector<bool> isOther(vocabulary.facts.size(), true);
    for (const FactId fact : facts) {
        isOther[fact.value] = false;
    }
    return diagrams.exists(consistency(diagrams, vocabulary), isOther, kAllAnswers);
}

} // namespace

std::optional<std::vector<CertainRow>> certainRows(const model::Vocabulary& vocabulary, const RuledTable& table,
                                                   const std::vector<FactId>& facts) {
    Diagrams diagrams(static_cast<std::uint32_t>(vocabulary.facts.size()));
    const Node consistent = consistencyOf(diagrams, vocabulary, facts);
    std::vector<Node> where;
    for (const RuledTable::Row& row : table.rows) {
        Tests tests;
        for (std::size_t i = 0; i < table.facts.size(); ++i) {
            tests.emplace_back(table.facts[i].value, row.answers[i]);
        }
        where.resize(std::max<std::size_t>(where.size(), row.value + 1), Node::No);
        where[row.value] = diagrams.either(where[row.value], boxOf(diagrams, tests));
    }
    LargestBoxes boxes(diagrams);
    std::vector<CertainRow> result;
    for (std::uint32_t value = 0; value < where.size(); ++value) {
        const Node holds = diagrams.both(where[value], consistent);
        std::vector<Tests> ofValue;
        for (const Tests& box : boxes.of(diagrams.either(holds, diagrams.negate(consistent)))) {
            // A box of contradictory cases alone settles nothing.
            if (diagrams.both(boxOf(diagrams, box), holds) != Node::No) {
                ofValue.push_back(box);
            }
        }
        if (boxes.tooMany() || result.size() + ofValue.size() > support::kMaxTableRows) {
            return std::nullopt;
        }
        for (const Tests& box : needed(std::move(ofValue))) {
            CertainRow row{{}, value};
            for (const auto& [variable, answers] : box) {
                row.tests.emplace_back(FactId{variable}, answers);
            }
            result.push_back(std::move(row));
        }
    }
    if (diagrams.tooLarge()) {
        return std::nullopt;
    }
    return result;
}

} // namespace meldc::logic
