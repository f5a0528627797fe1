#include "emit/tables/portable.h"

#include "baseline/applicability.h"
#include "diagnostics/phrases.h"
#include "emit/notices.h"
#include "emit/page_words.h"
#include "emit/sentences/nouns.h"
#include "emit/tables/names.h"
#include "emit/words.h"
#include "logic/certain.h"
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::vector<std::string> words(std::initializer_list<Word> list) {
    std::vector<std::string> result;
    for (const Word word : list) {
        result.emplace_back(spelling(word));
    }
    return result;
}

/// Whether a goal wants the consequence somewhere, and not its absence.
bool wants(const model::Goal& goal, model::ConceptId consequence) {
    if (goal.kind == model::GoalKind::Must || goal.kind == model::GoalKind::May) {
        return goal.consequence == consequence;
    }
    return goal.kind != model::GoalKind::Not &&
           std::any_of(goal.operands.begin(), goal.operands.end(),
                       [&](const model::Goal& one) { return wants(one, consequence); });
}

class PortableMaker {
public:
    explicit PortableMaker(const BuildInput& input)
        : input_(input), vocabulary_(input.decider.library->vocabulary),
          protocol_(*input.decider.protocol),
          rulings_(vocabulary_, *input.decider.decisions, input.decider.worlds->truncated),
          nouns_(vocabulary_, protocol_) {}

    std::optional<PortableDecision> make() {
        if (rulings_.tooLarge()) {
            return std::nullopt;
        }
        result_.whole = rulings_.whole();
        gather();
        if (isTooLarge_ || result_.whole.tooLarge || rulings_.tooLarge()) {
            return std::nullopt;
        }
        addFacts();
        addTables();
        if (isTooLarge_) {
            return std::nullopt;
        }
        result_.allId = names_.take(spelling(Word::TableAll));
        addBounds();
        addPeople();
        addOrigin();
        return std::move(result_);
    }

private:
    /// A table as it was ruled, before facts have their places.
    struct Gathered {
        PortableTable table;
        logic::RuledTable ruled;
        model::ConceptId consequence;
    };

    void gather() {
        using enum Word;
        for (const model::ConceptId id : rulings_.consequences()) {
            add(PortableKind::Consequence, vocabulary_[id].name, vocabulary_[id].name,
                capital(vocabulary_[id].label.nl), words({No, Must, May, Open}),
                rulings_.standing(id), id);
        }
        for (const model::ConceptId id : rulings_.bans()) {
            const std::string& name = vocabulary_[id].name;
            add(PortableKind::Ban, std::string(spelling(TableBan)) + "_" + name, name,
                say(Phrase::TableBan, vocabulary_[id].label.nl), words({No, Yes, Open}),
                rulings_.ban(id), id);
        }
        for (const std::string& id : rulings_.questions()) {
            add(PortableKind::Question, std::string(spelling(TableQuestion)) + "_" + id, id,
                labelOf(id), words({No, Doubt, Yes, Open}), rulings_.answerTo(id), {});
        }
        add(PortableKind::Undetermined, std::string(spelling(TableUndetermined)), {},
            say(Phrase::TableUndetermined), words({No, Yes}), rulings_.undetermined(), {});
        add(PortableKind::Deferred, std::string(spelling(TableDeferred)), {},
            say(Phrase::TableDeferred), words({No, Yes}), rulings_.deferred(), {});
        for (const model::Norm* norm : input_.decider.norms) {
            logic::RuledTable ruled = rulings_.ground(protocol_, *norm);
            const bool isNever = ruled.rows.size() == 1 && ruled.rows[0].value == logic::kRuledNo;
            if (!isNever) {
                addNorm(*norm);
                add(PortableKind::Ground, std::string(spelling(TableGround)) + "_" + norm->id,
                    norm->id, norm->title, words({No, Yes}), std::move(ruled), {});
            }
        }
    }

    void add(PortableKind kind, std::string id, std::string name, std::string label,
             std::vector<std::string> values, logic::RuledTable ruled, model::ConceptId consequence) {
        isTooLarge_ = isTooLarge_ || ruled.tooLarge;
        Gathered one{{}, std::move(ruled), consequence};
        one.table.kind = kind;
        one.table.id = std::move(id);
        one.table.name = std::move(name);
        one.table.label = std::move(label);
        one.table.values = std::move(values);
        gathered_.push_back(std::move(one));
    }

    void addNorm(const model::Norm& norm) {
        PortableNorm one{&norm, {}};
        for (const baseline::GroundOnDate& ground :
             baseline::groundsFor(vocabulary_, norm, protocol_, input_.date)) {
            one.references.push_back(ground.jci.empty() ? ground.text.nl : ground.jci);
        }
        result_.norms.push_back(std::move(one));
    }

    /// The words of a question: those of the first world that has them.
    [[nodiscard]] std::string labelOf(const std::string& id) const {
        for (const model::Question& question : protocol_.questions) {
            if (question.id == id && !question.label.empty()) {
                return question.label;
            }
        }
        return say(Phrase::TableQuestion, id);
    }

    void addFacts() {
        std::vector<model::FactId> facts = result_.whole.facts;
        for (const Gathered& one : gathered_) {
            facts.insert(facts.end(), one.ruled.facts.begin(), one.ruled.facts.end());
        }
        logic::sortFacts(facts);
        for (const model::FactId fact : facts) {
            places_[fact.value] = result_.facts.size();
            result_.facts.push_back({fact, names_.take(vocabulary_.nameOf(fact)),
                                     capital(vocabulary_[vocabulary_[fact].concept_].label.nl)});
        }
    }

    void addTables() {
        for (Gathered& one : gathered_) {
            const bool isOwn = one.table.kind == PortableKind::Undetermined ||
                               one.table.kind == PortableKind::Deferred;
            // These two are names that decide gives; nothing else can have taken them.
            one.table.id = isOwn ? one.table.id : names_.take(one.table.id);
            for (const model::FactId fact : one.ruled.facts) {
                one.table.inputs.push_back(places_.at(fact.value));
            }
            for (const logic::RuledTable::Row& row : one.ruled.rows) {
                one.table.rows.push_back({row.answers, row.value, {}, {}});
                addGrounds(one, row, one.table.rows.back());
            }
            addCertain(one);
            result_.tables.push_back(std::move(one.table));
        }
    }

    void addCertain(Gathered& one) {
        std::vector<model::FactId> facts;
        for (const PortableFact& fact : result_.facts) {
            facts.push_back(fact.fact);
        }
        const auto rows = logic::certainRows(vocabulary_, one.ruled, facts);
        isTooLarge_ = isTooLarge_ || !rows;
        for (const logic::CertainRow& row : rows.value_or(std::vector<logic::CertainRow>())) {
            PortableTable::Certain certain{{}, row.value};
            for (const auto& [fact, answers] : row.tests) {
                certain.tests.emplace_back(places_.at(fact.value), answers);
            }
            one.table.certain.push_back(std::move(certain));
        }
    }

    void addGrounds(const Gathered& of, const logic::RuledTable::Row& row, PortableTable::Row& result) {
        const bool isThere = of.table.kind == PortableKind::Consequence &&
                             row.value != static_cast<std::uint32_t>(logic::Standing::No);
        for (std::size_t i = 0; isThere && i < result_.norms.size(); ++i) {
            auto extent = logic::Extent::None;
            for (const model::Requirement& demand : result_.norms[i].norm->requirements) {
                if (demand.isDemand() && wants(demand.goal, of.consequence)) {
                    extent = std::max(extent, rulings_.metIn(protocol_, demand, of.ruled, row));
                }
            }
            if (extent != logic::Extent::None) {
                (extent == logic::Extent::All ? result.grounds : result.partGrounds).push_back(i);
            }
        }
    }

    void addBounds() {
        for (const model::Implication& one : logic::impliedPairs(vocabulary_)) {
            const auto from = places_.find(one.from.fact.value);
            const auto to = places_.find(one.to.fact.value);
            if (from != places_.end() && to != places_.end()) {
                result_.bounds.push_back(
                    {from->second, one.from.negated, to->second, one.to.negated});
            }
        }
    }

    void addPeople() {
        for (std::size_t i = 0; i < gathered_.size(); ++i) {
            if (result_.tables[i].kind != PortableKind::Consequence) {
                continue;
            }
            PortablePeople people;
            people.table = i;
            people.id = names_.take(std::string(spelling(Word::TableWho)) + "_" +
                                    result_.tables[i].id);
            std::vector<std::string> performs = performersOf(gathered_[i].consequence);
            std::vector<std::string> decides;
            std::vector<std::string> owns;
            for (const model::Decision& one : protocol_.decisions) {
                const bool isAbout = std::find(one.about.begin(), one.about.end(),
                                               gathered_[i].consequence) != one.about.end();
                if (isAbout && !one.origin.draft) {
                    addActors(performs, one.reporters);
                    addActors(decides, one.deciders);
                    addActors(owns, one.owners);
                }
            }
            people.performs = joined(performs);
            people.decides = joined(decides);
            people.owns = joined(owns);
            result_.people.push_back(std::move(people));
        }
    }

    [[nodiscard]] std::vector<std::string> performersOf(model::ConceptId consequence) const {
        std::vector<std::string> result;
        for (const model::Task& task : protocol_.tasks) {
            const bool gives = std::find(task.consequences.begin(), task.consequences.end(),
                                         consequence) != task.consequences.end();
            if (gives && task.modality != model::Modality::MayNot && !task.origin.draft) {
                addOnce(result, nouns_.label(task.actor));
            }
        }
        for (const model::Question& question : protocol_.questions) {
            for (const model::Edge& edge : question.edges) {
                const bool gives = std::any_of(
                    edge.effects.begin(), edge.effects.end(), [&](const model::Effect& effect) {
                        return effect.consequence == consequence &&
                               effect.modality != model::Modality::MayNot;
                    });
                if (gives && !edge.origin.draft) {
                    const bool hasOwn = !question.performers.empty() || !question.step.isValid();
                    addActors(result, hasOwn ? question.performers
                                             : protocol_.steps[question.step.value].performers);
                }
            }
        }
        return result;
    }

    void addActors(std::vector<std::string>& list,
                   const std::vector<model::ActorStatement>& actors) const {
        for (const model::ActorStatement& one : actors) {
            if (!one.origin.draft) {
                addOnce(list, nouns_.label(one.actor));
            }
        }
    }

    static void addOnce(std::vector<std::string>& list, std::string text) {
        if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
            list.push_back(std::move(text));
        }
    }

    static std::string joined(const std::vector<std::string>& texts) {
        std::string result;
        for (const std::string& text : texts) {
            result += (result.empty() ? "" : "; ") + onOneLine(text);
        }
        return result;
    }

    void addOrigin() {
        const auto line = [&](const std::string& text) {
            result_.origin.push_back(onOneLine(text));
        };
        line(say(Phrase::TableOfProtocol, protocol_.label, protocol_.name));
        line(say(Phrase::TableMadeBy, input_.version, input_.date.str()));
        line("model sha256 " + input_.modelSha256);
        line("baseline sha256 " + input_.baselineSha256);
        for (const support::Localized& notice : noticesOf(input_.decider.currency)) {
            line(notice.nl);
        }
    }

    const BuildInput& input_;
    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    logic::Rulings rulings_;
    Nouns nouns_;
    PortableNames names_;
    std::vector<Gathered> gathered_;
    /// Where a fact stands among those of the result.
    std::map<std::uint32_t, std::size_t> places_;
    PortableDecision result_;
    bool isTooLarge_ = false;
};

} // namespace

std::vector<std::size_t> PortableTable::asked() const {
    std::set<std::size_t> facts;
    for (const Certain& row : certain) {
        for (const auto& [fact, answers] : row.tests) {
            facts.insert(fact);
        }
    }
    return {facts.begin(), facts.end()};
}

std::optional<PortableDecision> portableOf(const BuildInput& input) {
    return PortableMaker(input).make();
}

std::string groundsOf(const PortableDecision& portable, const PortableTable::Row& row) {
    const auto list = [&](const std::vector<std::size_t>& norms) {
        std::string result;
        for (const std::size_t norm : norms) {
            result += (result.empty() ? "" : "; ") + portable.norms[norm].norm->id;
            for (const std::string& reference : portable.norms[norm].references) {
                result += " " + reference;
            }
        }
        return result;
    };
    const std::string always = list(row.grounds);
    const std::string part = list(row.partGrounds);
    return always + (always.empty() || part.empty() ? "" : "; ") +
           (part.empty() ? "" : say(Phrase::TableGroundInPart, part));
}

std::vector<std::string> spelt(logic::AnswerSet answers) {
    std::vector<std::string> result;
    for (const model::Answer answer : kAnswers) {
        if (logic::holds(answers, logic::numberOf(answer))) {
            result.emplace_back(spelling(answer));
        }
    }
    return result;
}

std::string onOneLine(std::string_view text) {
    std::string result = support::printable(text);
    // A backslash at its end (or `??/`, which once stood for one) would take the next line along.
    if (result.ends_with('\\') || result.ends_with('/')) {
        result += " .";
    }
    return result;
}

} // namespace meldc::emit
