#include "emit/aid/data.h"

#include "diagnostics/phrases.h"
#include "logic/table.h"
#include "support/limits.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// An outcome as the script knows it.
Json outcomeData(const logic::Outcome& outcome, AidConsequences& consequences) {
    return {{"must", consequences.of(outcome.must)},
            {"may", consequences.of(outcome.may)},
            {"mayNot", consequences.of(outcome.mayNot)},
            {"open", outcome.undetermined},
            {"wait", outcome.deferred}};
}

/// The tables of all worlds, those that say the same once.
class Tables {
public:
    Tables(AidContext& context, AidCheck& check) : context_(context), check_(check) {}

    /// False when a decision is too large.
    bool gather() {
        const Decider& decider = context_.input.decider;
        for (std::size_t i = 0; i < decider.decisions->size(); ++i) {
            logic::DecisionTable table =
                logic::tabulate(context_.vocabulary, (*decider.decisions)[i]);
            if (table.tooLarge) {
                return false;
            }
            add(table, i);
        }
        return true;
    }

    void put(Json& data) {
        data["worlds"] = Json::array();
        for (Json& world : worlds_) {
            data["worlds"].push_back(std::move(world));
        }
        data["outcomes"] = std::move(outcomes_);
        data["terms"] = Json::array();
        for (const std::size_t term : terms_) {
            data["terms"].push_back(term);
        }
    }

private:
    void add(const logic::DecisionTable& table, std::size_t index) {
        const Decider& decider = context_.input.decider;
        Json world;
        world["columns"] = Json::array();
        for (const logic::TableColumn& column : table.columns) {
            const std::size_t variable = column.isFact() ? context_.variables.of(column.fact)
                                                         : context_.variables.of(column.term);
            if (!column.isFact()) {
                terms_.insert(variable);
            }
            world["columns"].push_back(variable);
        }
        world["rows"] = Json::array();
        for (const logic::TableRow& row : table.rows) {
            std::string sets;
            for (const logic::AnswerSet set : row.answers) {
                sets += static_cast<char>('0' + set);
            }
            world["rows"].push_back({sets, outcome(row.outcome)});
        }
        world["promises"] = promises((*decider.selected)[index]);
        Json values = Json::array();
        for (const std::uint32_t reading : decider.worlds->all[index].readings) {
            values.push_back(reading);
        }
        for (const std::uint32_t value : decider.worlds->all[index].values) {
            values.push_back(value);
        }
        const auto known = std::find_if(worlds_.begin(), worlds_.end(), [&](const Json& one) {
            return one["columns"] == world["columns"] && one["rows"] == world["rows"] &&
                   one["promises"] == world["promises"];
        });
        if (known != worlds_.end()) {
            (*known)["all"].push_back(std::move(values));
            return;
        }
        const logic::TableCheck compared =
            logic::verifyTable(context_.vocabulary, (*decider.decisions)[index], table);
        check_.isEqual = check_.isEqual && compared.isEqual;
        check_.walkedAll = check_.walkedAll && compared.walkedAll;
        check_.walked += compared.walked;
        world["all"] = Json::array({std::move(values)});
        worlds_.push_back(std::move(world));
    }

    std::size_t outcome(const logic::Outcome& outcome) {
        Json json = outcomeData(outcome, context_.consequences);
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            if (outcomes_[i] == json) {
                return i;
            }
        }
        outcomes_.push_back(std::move(json));
        return outcomes_.size() - 1;
    }

    /// What the code promises in a world. A promise that only allows keeps its place, with nothing
    /// that could be missing: the meldnorm stands here and is not broken.
    Json promises(const model::Protocol& world) {
        const logic::Reading reading = logic::readingOf(context_.vocabulary.facts.size(), world);
        Json list = Json::array();
        for (std::size_t i = 0; i < world.meldnormen.size(); ++i) {
            if (world.meldnormen[i].origin.draft) {
                continue;
            }
            for (const model::Promise& promise : world.meldnormen[i].promises) {
                const bool isDue =
                    promise.modality == model::Modality::Must && !promise.origin.draft;
                list.push_back(
                    {{"of", i},
                     {"must", isDue ? context_.consequences.of(promise.consequences)
                                    : Json::array()},
                     {"when", context_.variables.condition(promise.condition, reading)}});
            }
        }
        return list;
    }

    AidContext& context_;
    AidCheck& check_;
    std::vector<Json> worlds_;
    Json outcomes_ = Json::array();
    std::set<std::size_t> terms_;
};

/// JSON that a page can hold: nothing in it ends a script or begins a comment or reference.
std::string embedded(const Json& json) {
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i, 3);
        if (text[i] == '<') {
            result += "\\u003c";
        } else if (text[i] == '>') {
            result += "\\u003e";
        } else if (text[i] == '&') {
            result += "\\u0026";
        } else if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
            result += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

std::optional<std::size_t> AidVariables::find(model::FactId fact) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (fact.isValid() && all_[i].fact == fact) {
            return i;
        }
    }
    return std::nullopt;
}

std::size_t AidVariables::of(model::FactId fact) {
    if (const auto known = find(fact)) {
        return *known;
    }
    all_.push_back({fact, {}});
    return all_.size() - 1;
}

std::size_t AidVariables::of(const logic::Term& term) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (!all_[i].fact.isValid() && all_[i].term == term) {
            return i;
        }
    }
    all_.push_back({{}, term});
    return all_.size() - 1;
}

Json AidVariables::condition(const model::Condition& condition, const logic::Reading& reading) {
    using model::ConditionKind;
    const auto with = [&](const char* kind) {
        Json list = Json::array({kind});
        for (const model::Condition& operand : condition.operands) {
            list.push_back(this->condition(operand, reading));
        }
        return list;
    };
    switch (condition.kind) {
    case ConditionKind::Fact:
        return {"fact", of(condition.fact)};
    case ConditionKind::OpenTerm:
    case ConditionKind::Choice:
        return {"term",
                of(logic::Term{condition.words, condition.kind == ConditionKind::Choice})};
    case ConditionKind::AnyDoubt: {
        Json list = Json::array({"doubt"});
        for (const model::FactId fact : reading.questionFacts) {
            list.push_back(of(fact));
        }
        return list;
    }
    case ConditionKind::Not:
        return with("not");
    case ConditionKind::DoubtAbout:
        return with("about");
    case ConditionKind::Perhaps:
        return with("perhaps");
    case ConditionKind::And:
        return with("and");
    case ConditionKind::Or:
        break;
    }
    return with("or");
}

void AidVariables::close() {
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        for (const model::Implication& one : vocabulary_.implications) {
            if (find(one.from.fact).has_value() != find(one.to.fact).has_value()) {
                static_cast<void>(of(one.from.fact));
                static_cast<void>(of(one.to.fact));
                isChanged = true;
            }
        }
    }
}

Json AidVariables::implications() const {
    Json list = Json::array();
    for (const model::Implication& one : vocabulary_.implications) {
        const auto from = find(one.from.fact);
        const auto to = find(one.to.fact);
        if (from && to) {
            list.push_back({*from, one.from.negated, *to, one.to.negated});
        }
    }
    return list;
}

std::size_t AidConsequences::of(model::ConceptId id) {
    const auto known = std::find(all_.begin(), all_.end(), id);
    if (known == all_.end()) {
        all_.push_back(id);
        return all_.size() - 1;
    }
    return static_cast<std::size_t>(known - all_.begin());
}

Json AidConsequences::of(const std::vector<model::ConceptId>& ids) {
    std::vector<std::size_t> numbers;
    for (const model::ConceptId id : ids) {
        numbers.push_back(of(id));
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::optional<std::string> aidData(const BuildInput& input, AidCheck& check) {
    const Decider& decider = input.decider;
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    AidContext context{input,
                       *decider.protocol,
                       vocabulary,
                       PageWords(vocabulary, *decider.protocol),
                       Sentences(*decider.library, *decider.protocol),
                       logic::readingOf(vocabulary.facts.size(), *decider.protocol),
                       AidVariables(vocabulary),
                       {}};
    Tables tables(context, check);
    if (!tables.gather()) {
        return std::nullopt;
    }
    Json data;
    data["label"] = context.protocol.label;
    data["truncated"] = false;
    if (decider.worlds->truncated) {
        data["truncated"] = diagnostics::sentence(
            diagnostics::phrase(Phrase::DecideTruncated, support::kMaxWorlds)).nl;
    }
    tables.put(data);
    if (!addSteps(data, context)) {
        return std::nullopt;
    }
    addDuties(data, context);
    addCircumstances(data, context);
    addWordsForAll(data, context);
    addNorms(data, context);
    addSlots(data, context);
    context.variables.close();
    std::vector<std::size_t> order;
    const auto& variables = context.variables.all();
    for (const model::FactId fact : askingOrder(context)) {
        const auto at = std::find_if(variables.begin(), variables.end(), [&](const auto& one) {
            return one.fact == fact;
        });
        if (at != variables.end()) {
            order.push_back(static_cast<std::size_t>(at - variables.begin()));
        }
    }
    data["order"] = order;
    data["implies"] = context.variables.implications();
    addVariables(data, context);
    addConsequences(data, context);
    addFrame(data);
    addPlaces(data, context);
    return embedded(data);
}

} // namespace meldc::emit
