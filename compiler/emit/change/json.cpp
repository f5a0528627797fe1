#include "emit/change/change.h"
#include "emit/change/words.h"
#include "emit/json_parts.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using compare::CaseTally;
using support::Language;

Json tallyJson(const CaseTally& tally) {
    return {{"without_doubt", tally.crisp}, {"with_doubt", tally.inDoubt}};
}

std::string_view flipWord(compare::Flip flip) {
    switch (flip) {
    case compare::Flip::Worse: return "worse";
    case compare::Flip::Better: return "better";
    case compare::Flip::Unclear: return "unclear";
    case compare::Flip::Begins: return "begins";
    case compare::Flip::Ends: return "ends";
    case compare::Flip::Other: break;
    }
    return "other";
}

std::string_view thingWord(compare::Thing thing) {
    using compare::Thing;
    switch (thing) {
    case Thing::Duty: return "duty";
    case Thing::Step: return "step";
    case Thing::Question: return "question";
    case Thing::Framework: return "framework";
    case Thing::CountsAs: return "counts-as";
    case Thing::Meldnorm: return "promise";
    case Thing::Route: return "route";
    case Thing::Decision: return "decision";
    case Thing::Exception: return "exception";
    case Thing::Topic: return "topic";
    case Thing::Role: return "role";
    case Thing::SamePerson: return "same-person";
    case Thing::System: return "system";
    case Thing::Contact: return "contact";
    case Thing::Age: return "age";
    case Thing::Blank: return "blank";
    case Thing::Ambiguity: return "ambiguity";
    case Thing::Unit: break;
    }
    return "unit";
}

class ChangeJsonMaker {
public:
    ChangeJsonMaker(const ChangeReport& report, Language language) : report_(report), language_(language) {}

    Json make() const {
        Json json = {{"tool", {{"name", "meldc"}, {"version", report_.version}}}, {"baseline", baselineOf(report_)}};
        json["protocols"] = Json::array();
        for (const ComparedProtocol& each : report_.protocols) {
            json["protocols"].push_back(protocol(each));
        }
        json["only_before"] = report_.onlyBefore;
        json["only_after"] = report_.onlyAfter;
        json["messages"] = messagesOf(report_, language_);
        return json;
    }

private:
    std::string in(const support::Localized& text) const { return text.in(language_); }

    static Json version(const compare::Version& version, const ReportedFile& file, const support::Date& day) {
        return {{"id", version.protocol->name},
                {"label", version.protocol->label},
                {"file", file.file},
                {"sha256", file.sha256},
                {"date", day.str()}};
    }

    Json condition(const compare::GroupCondition& given) const {
        Json json = {{"text", in(given.text)}, {"cases", given.cases}, {"further", given.further}};
        json["facts"] = Json::object();
        for (const auto& [name, answers] : given.facts) {
            Json values = Json::array();
            for (const model::Answer answer : {model::Answer::Yes, model::Answer::Doubt, model::Answer::No}) {
                if (logic::holds(answers, logic::numberOf(answer))) {
                    values.push_back(spelling(answer));
                }
            }
            json["facts"][name] = std::move(values);
        }
        return json;
    }

    Json conditions(const std::vector<compare::GroupCondition>& all) const {
        Json json = Json::array();
        for (const compare::GroupCondition& each : all) {
            json.push_back(condition(each));
        }
        return json;
    }

    Json varieties(const compare::Group& given) const {
        Json json = Json::array();
        for (const compare::Variety& each : given.varieties) {
            json.push_back({{"summary", in(each.summary)}, {"cases", tallyJson(each.cases)}});
        }
        return json;
    }

    Json group(const compare::Group& given) const {
        Json json = {{"effect", wordOf(given.effect)},
                     {"weakens", given.weakens},
                     {"summary", in(given.summary)},
                     {"cases", tallyJson(given.cases)},
                     {"varieties", varieties(given)},
                     {"certain", tallyJson(given.certain)},
                     {"uncovered", tallyJson(given.uncovered)},
                     {"conditions", conditions(given.conditions)},
                     {"conditions_in_doubt", conditions(given.inDoubt)},
                     {"all_conditions", !given.isCut},
                     {"only_in", sentencesOf(given.premises, language_)}};
        Json example = {{"facts", Json::object()}};
        for (const auto& [name, answer] : given.example.facts) {
            example["facts"][name] = spelling(answer);
        }
        example["assumed"] = emit::jsonOf(given.example.assumed);
        example["story"] = in(given.example.story);
        example["before"] = in(given.example.before);
        example["after"] = in(given.example.after);
        example["consequences_before"] = given.example.mustBefore;
        example["consequences_after"] = given.example.mustAfter;
        json["example"] = std::move(example);
        return json;
    }

    Json guarantees(const std::vector<compare::ToldGuarantee>& given) const {
        Json json = Json::array();
        for (const compare::ToldGuarantee& each : given) {
            Json when = Json::array();
            for (const auto& [fact, answer] : each.facts) {
                when.push_back({{"fact", fact}, {"answer", spelling(answer)}});
            }
            json.push_back({{"text", in(each.text)}, {"consequence", each.consequence}, {"when", std::move(when)}});
        }
        return json;
    }

    Json cases(const compare::CasesDifference& given) const {
        Json json = {{"decided_before", given.wasDecided},
                     {"decided_after", given.isDecided},
                     {"too_large", given.tooLarge},
                     {"readings", given.pairs},
                     {"all_readings", !given.truncated},
                     {"facts", sentencesOf(given.facts, language_)},
                     {"all", tallyJson(given.all)},
                     {"changed", tallyJson(given.changed)}};
        json["by_effect"] = Json::object();
        for (std::size_t index = 0; index < compare::kEffects; ++index) {
            json["by_effect"][std::string(wordOf(static_cast<compare::Effect>(index)))] =
                tallyJson(given.byEffect[index]);
        }
        json["guarantees"] = {{"gained", guarantees(given.guaranteesGained)}, {"lost", guarantees(given.guaranteesLost)}};
        json["weakened"] = tallyJson(given.weakened);
        json["uncovered"] = tallyJson(given.uncovered);
        json["groups"] = Json::array();
        for (const compare::Group& each : given.groups) {
            json["groups"].push_back(group(each));
        }
        json["accepted"] = Json::array();
        for (const compare::UsedAcceptance& each : given.accepted) {
            json["accepted"].push_back({{"label", each.acceptance->label},
                                        {"reason", each.acceptance->reason},
                                        {"decided_by", each.acceptance->decidedBy},
                                        {"decided_on", each.acceptance->decidedOn.str()},
                                        {"until", each.acceptance->until.str()},
                                        {"cases", tallyJson(each.cases)}});
        }
        json["unranked"] = sentencesOf(given.unranked, language_);
        return json;
    }

    Json statement(const compare::StatementChange& given) const {
        Json json = {{"kind", wordOf(given.kind)},
                     {"thing", thingWord(given.thing)},
                     {"changes_meaning", given.bearsMeaning && given.kind != compare::ChangeKind::Renamed},
                     {"title", in(given.title)}};
        if (!given.formerTitle.isEmpty()) json["former_title"] = in(given.formerTitle);
        if (!given.place.isEmpty()) json["place"] = in(given.place);
        json["aspects"] = Json::array();
        for (const compare::AspectChange& each : given.aspects) {
            json["aspects"].push_back({{"aspect", in(nameOf(each.aspect))},
                                       {"before", sentencesOf(each.before, language_)},
                                       {"after", sentencesOf(each.after, language_)}});
        }
        json["before_at"] = places(given.before);
        json["after_at"] = places(given.after);
        return json;
    }

    Json places(const model::Origin* origin) const {
        return origin == nullptr ? Json::array() : emit::jsonOf(placesOf(*report_.sources, *origin));
    }

    static Json verdict(const baseline::NormResult* result) {
        if (result == nullptr) {
            return nullptr;
        }
        Json json = {{"status", wordOf(result->status)}, {"provisional", result->provisional}};
        if (result->openBecause) json["open_because"] = openWord(*result->openBecause);
        return json;
    }

    Json protocol(const ComparedProtocol& given) const {
        Json json = {{"before", version(given.before, given.oldFile, given.oldDate)},
                     {"after", version(given.after, given.newFile, given.newDate)},
                     {"changes", !given.difference.isEmpty()},
                     {"cases", cases(given.difference.cases)}};
        json["statements"] = Json::array();
        for (const compare::StatementChange& each : given.difference.statements) {
            json["statements"].push_back(statement(each));
        }
        json["verdicts"] = Json::array();
        for (const compare::VerdictChange& each : given.difference.verdicts) {
            json["verdicts"].push_back({{"norm", each.norm->id},
                                        {"title", each.norm->title},
                                        {"layer", wordOf(each.norm->layer)},
                                        {"change", flipWord(each.flip)},
                                        {"before", verdict(each.before)},
                                        {"after", verdict(each.after)}});
        }
        json["findings"] = Json::array();
        for (const diagnostics::Diagnostic& each : given.difference.findings) {
            json["findings"].push_back(emit::jsonOf(*report_.sources, each, language_));
        }
        return json;
    }

    const ChangeReport& report_;
    Language language_;
};

} // namespace

std::string changeJson(const ChangeReport& report, Language language) {
    return written(ChangeJsonMaker(report, language).make());
}

} // namespace meldc::emit
