#include "emit/answers/test_coverage.h"

#include "baseline/grounds.h"
#include "compare/case_words.h"
#include "diagnostics/phrases.h"
#include "emit/answers/test_words.h"
#include "emit/words.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Localized;

/// What a row asks, whatever order facts are declared in: "FACT=ja,FACT=nee|twijfel".
std::string rowKey(const model::Vocabulary& vocabulary, const logic::RuledTable& table,
                   const logic::RuledTable::Row& row) {
    std::set<std::string> parts;
    for (std::size_t column = 0; column < table.facts.size(); ++column) {
        if (row.answers[column] == logic::kAllAnswers) {
            continue;
        }
        std::string values;
        for (const model::Answer each : kAnswers) {
            if (logic::holds(row.answers[column], logic::numberOf(each))) {
                values += (values.empty() ? "" : "|") + std::string(spelling(each));
            }
        }
        parts.insert(std::string(vocabulary.nameOf(table.facts[column])) + "=" + values);
    }
    std::string key;
    for (const std::string& part : parts) {
        key += (key.empty() ? "" : ",") + part;
    }
    return key;
}

Localized rowText(const model::Vocabulary& vocabulary, const logic::RuledTable& table,
                  const logic::RuledTable::Row& row) {
    logic::Box box;
    for (std::size_t column = 0; column < table.facts.size(); ++column) {
        if (row.answers[column] != logic::kAllAnswers) {
            box.answers.emplace_back(table.facts[column], row.answers[column]);
        }
    }
    return compare::conditionText(vocabulary, box);
}

void addActor(std::set<std::uint32_t>& roles, const model::Actor& actor) {
    for (const model::Ref& who : actor.who) {
        if (who.kind == model::Ref::Kind::Role) {
            roles.insert(who.index);
        }
    }
}

void addActors(std::set<std::uint32_t>& roles, const std::vector<model::ActorStatement>& actors) {
    for (const model::ActorStatement& each : actors) {
        addActor(roles, each.actor);
    }
}

/// Who answers a question: as it says, or else as its step does.
void addAnswering(std::set<std::uint32_t>& roles, const model::Protocol& world, const model::Question& question) {
    addActors(roles, question.performers);
    if (question.performers.empty() && question.step.isValid()) {
        addActors(roles, world.steps[question.step.value].performers);
    }
}

/// Who decides on one of these consequences.
void addDeciding(std::set<std::uint32_t>& roles, const model::Protocol& world,
                 const std::vector<model::ConceptId>& consequences) {
    for (const model::Decision& decision : world.decisions) {
        const bool isAbout = std::any_of(decision.about.begin(), decision.about.end(), [&](model::ConceptId id) {
            return std::find(consequences.begin(), consequences.end(), id) != consequences.end();
        });
        if (isAbout) {
            addActors(roles, decision.deciders);
            addActors(roles, decision.reporters);
        }
    }
}

} // namespace

CoverageMap::CoverageMap(const Decider& decider, const support::Date& date) : decider_(decider) {
    logic::Rulings rulings(decider.library->vocabulary, *decider.decisions, decider.worlds->truncated);
    addRows(rulings);
    addAnswers();
    addNorms(rulings, date);
    addRoles();
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    for (const model::ConceptId id : rulings.consequences()) {
        add(CoverageKind::Consequences, vocabulary[id].name, vocabulary[id].label);
    }
}

void CoverageMap::add(CoverageKind kind, std::string key, Localized text) {
    if (find(kind, key) == items_.size()) {
        items_.push_back({kind, std::move(key), std::move(text)});
    }
}

std::size_t CoverageMap::find(CoverageKind kind, const std::string& key) const {
    const auto at = std::find_if(items_.begin(), items_.end(), [&](const CoverageItem& item) {
        return item.kind == kind && item.key == key;
    });
    return static_cast<std::size_t>(at - items_.begin());
}

/// A table for each consequence, and for where the code leaves a case open or lets it wait: what depends on
/// different facts stays apart, so that rows add up and do not multiply.
void CoverageMap::addRows(logic::Rulings& rulings) {
    const model::Vocabulary& vocabulary = decider_.library->vocabulary;
    for (const model::ConceptId id : rulings.consequences()) {
        addTable(rulings.standing(id), vocabulary[id].name, vocabulary[id].label);
    }
    for (const model::ConceptId id : rulings.bans()) {
        addTable(rulings.ban(id), "-" + vocabulary[id].name, vocabulary[id].label);
    }
    addTable(rulings.undetermined(), "?", phrase(Phrase::TestUndetermined));
    addTable(rulings.deferred(), "...", phrase(Phrase::TestDeferred));
    if (isCut_) {
        items_.clear();
        rows_.clear();
    }
}

void CoverageMap::addTable(const logic::RuledTable& table, const std::string& of, const Localized& label) {
    const model::Vocabulary& vocabulary = decider_.library->vocabulary;
    isCut_ = isCut_ || table.tooLarge;
    // What is the same in every case is no row: nothing decides it.
    if (table.rows.size() < 2) {
        return;
    }
    for (const logic::RuledTable::Row& row : table.rows) {
        logic::Domains domains(vocabulary.facts.size(), logic::kAllAnswers);
        for (std::size_t column = 0; column < table.facts.size(); ++column) {
            domains[table.facts[column].value] = row.answers[column];
        }
        items_.push_back({CoverageKind::Rows, of + ": " + rowKey(vocabulary, table, row),
                          phrase(Phrase::TestRowOf, label, rowText(vocabulary, table, row))});
        rows_.push_back(std::move(domains));
    }
}

void CoverageMap::addAnswers() {
    for (const model::Protocol& world : *decider_.selected) {
        for (const model::Question& question : world.questions) {
            for (const model::Edge& edge : question.edges) {
                add(CoverageKind::Answers, question.id + " " + std::string(spelling(edge.answer)),
                    phrase(Phrase::TestAnswerOf, question.id, answerWord(edge.answer)));
            }
        }
    }
}

void CoverageMap::addNorms(logic::Rulings& rulings, const support::Date& date) {
    const model::Vocabulary& vocabulary = decider_.library->vocabulary;
    std::vector<std::pair<std::string, Localized>> articles;
    for (const model::Norm* norm : decider_.norms) {
        const bool demands = std::any_of(norm->requirements.begin(), norm->requirements.end(),
                                         [](const model::Requirement& each) { return each.isDemand(); });
        if (!demands) {
            continue;
        }
        const logic::RuledTable ground = rulings.ground(*decider_.protocol, *norm);
        const bool isEver = std::any_of(ground.rows.begin(), ground.rows.end(),
                                        [](const auto& row) { return row.value == logic::kRuledYes; });
        if (!isEver) {
            continue;
        }
        add(CoverageKind::Norms, norm->id, support::same(norm->id + " " + norm->title));
        auto& keys = articles_.emplace_back(norm, std::vector<std::string>()).second;
        for (const model::Ground& each : norm->grounds) {
            const baseline::GroundOnDate known = baseline::groundOnDate(vocabulary, each, date);
            if (known.inForce) {
                keys.push_back(known.jci.empty() ? known.text.nl : known.jci);
                articles.emplace_back(keys.back(), known.text);
            }
        }
    }
    for (auto& [key, text] : articles) {
        add(CoverageKind::Articles, key, text);
    }
}

void CoverageMap::addRoles() {
    for (const model::Protocol& world : *decider_.selected) {
        std::set<std::uint32_t> roles;
        for (const model::Question& question : world.questions) {
            addAnswering(roles, world, question);
        }
        for (const model::Task& task : world.tasks) {
            if (!task.consequences.empty()) {
                addActor(roles, task.actor);
            }
        }
        for (const model::Decision& decision : world.decisions) {
            addActors(roles, decision.deciders);
            addActors(roles, decision.reporters);
        }
        for (const std::uint32_t index : roles) {
            add(CoverageKind::Roles, world.roles[index].name,
                support::same(world.roles[index].label.empty() ? world.roles[index].name : world.roles[index].label));
        }
    }
}

Touched CoverageMap::touchedBy(const logic::Case& given, const Answer& answer) const {
    const model::Vocabulary& vocabulary = decider_.library->vocabulary;
    Touched touched(items_.size(), false);
    const auto touch = [&](CoverageKind kind, const std::string& key) {
        const std::size_t at = find(kind, key);
        if (at < items_.size()) {
            touched[at] = true;
        }
    };
    logic::Domains domains = logic::domainsOf(given);
    logic::narrow(vocabulary, domains);
    for (std::size_t number = 0; number < rows_.size(); ++number) {
        bool isInside = true;
        for (std::size_t fact = 0; fact < domains.size() && isInside; ++fact) {
            isInside = (domains[fact] & ~rows_[number][fact]) == 0;
        }
        touched[number] = isInside;
    }
    std::vector<model::ConceptId> consequences = answer.certain.must;
    consequences.insert(consequences.end(), answer.certain.may.begin(), answer.certain.may.end());
    for (const model::ConceptId id : consequences) {
        touch(CoverageKind::Consequences, vocabulary[id].name);
    }
    for (const ReadingAnswer& reading : answer.readings) {
        const model::Protocol& world = (*decider_.selected)[reading.worlds.front()];
        std::set<std::uint32_t> roles;
        for (const logic::PathStep& step : reading.path) {
            const model::Question& question = world.questions[step.question];
            touch(CoverageKind::Answers, question.id + " " + std::string(spelling(step.answer)));
            addAnswering(roles, world, question);
        }
        for (const std::uint32_t task : logic::walk(vocabulary, world, given, {}).tasks) {
            addActor(roles, world.tasks[task].actor);
        }
        addDeciding(roles, world, consequences);
        for (const std::uint32_t index : roles) {
            touch(CoverageKind::Roles, world.roles[index].name);
        }
    }
    for (const model::Norm* norm : answer.grounds) {
        touch(CoverageKind::Norms, norm->id);
        for (const auto& [known, keys] : articles_) {
            if (known == norm) {
                for (const std::string& key : keys) {
                    touch(CoverageKind::Articles, key);
                }
            }
        }
    }
    return touched;
}

CoverageCount countOf(const CoverageMap& map, const Touched& touched) {
    CoverageCount count;
    for (std::size_t i = 0; i < map.items().size(); ++i) {
        const auto kind = static_cast<std::size_t>(map.items()[i].kind);
        ++count.total[kind];
        count.touched[kind] += touched[i] ? 1U : 0U;
    }
    return count;
}

} // namespace meldc::emit
