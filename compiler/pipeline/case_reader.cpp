#include "pipeline/case_reader.h"

#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"
#include "emit/words.h"
#include "pipeline/case_scanner.h"
#include "support/limits.h"
#include "support/names.h"
#include "support/utf8.h"

#include <nlohmann/json.hpp>

#include <set>

namespace meldc::pipeline {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;
using diagnostics::Wording;
using Json = nlohmann::json;

/// The member of a case that holds what is known.
constexpr std::string_view kFacts = "facts";
/// The member that is handed through.
constexpr std::string_view kId = "id";

/// Fills in facts one by one; keeps the first mistake.
class Builder {
public:
    explicit Builder(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {
        result_.facts.values.resize(vocabulary.facts.size());
    }

    void fail(diagnostics::Diagnostic error) {
        if (!result_.error) {
            result_.error = std::move(error);
        }
    }

    /// `value` is nothing for a fact that is said to be unknown.
    void set(const std::string& written, const std::optional<std::string>& value) {
        const std::string name = support::composeAccents(written);
        const model::FactId fact = vocabulary_.findFact(name);
        if (!fact.isValid()) {
            fail(unknownFact(name, vocabulary_));
            return;
        }
        logic::Value& place = result_.facts.values[fact.value];
        if (place) {
            fail(make<Diag::FactTwice>({}, name));
        }
        if (value) {
            place = emit::answerSpelt(*value);
            if (!place) {
                fail(make<Diag::UnknownFactValue>({}, name, *value));
            }
        }
    }

    void id(std::string text) { result_.id = std::move(text); }

    void facts(logic::Case given) { result_.facts = std::move(given); }

    ReadCase take() {
        if (!result_.error) {
            if (const auto* broken = logic::brokenImplication(vocabulary_, result_.facts)) {
                fail(make<Diag::CaseContradicts>({}, literal(broken->from), literal(broken->to)));
            }
        }
        return std::move(result_);
    }

private:
    support::Localized literal(const model::Literal& one) const {
        return diagnostics::wording(one.negated ? Wording::FactIsNo : Wording::FactIsYes,
                                    {vocabulary_.nameOf(one.fact)});
    }

    const model::Vocabulary& vocabulary_;
    ReadCase result_;
};

/// The value as text; nothing for null, which says that nobody asked.
std::optional<std::string> valueOf(const Json& json) {
    if (json.is_null()) {
        return std::nullopt;
    }
    if (json.is_boolean()) {
        return std::string(
            emit::spelling(json.get<bool>() ? model::Answer::Yes : model::Answer::No));
    }
    if (json.is_string()) {
        return json.get<std::string>();
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

diagnostics::Diagnostic unknownFact(const std::string& name, const model::Vocabulary& vocabulary) {
    std::vector<std::string> known;
    for (std::uint32_t i = 0; i < vocabulary.facts.size(); ++i) {
        known.push_back(vocabulary.nameOf(model::FactId{i}));
    }
    if (const auto near = support::nearestName(name, known)) {
        return make<Diag::UnknownFactNear>({}, name, *near);
    }
    return make<Diag::UnknownFact>({}, name);
}

ReadCase readCaseJson(std::string_view line, const model::Vocabulary& vocabulary) {
    Builder builder(vocabulary);
    // Values within values without end would have to be written, and freed, without end.
    bool isTooDeep = false;
    // Of two values for one name JSON keeps the last; which one was meant, nobody knows.
    std::string member;
    std::set<std::string> members;
    std::set<std::string> facts;
    std::optional<std::string> twice;
    std::optional<std::string> memberTwice;
    std::optional<std::string> unknownMember;
    const auto look = [&](int depth, Json::parse_event_t event, const Json& value) {
        isTooDeep = isTooDeep || depth > static_cast<int>(support::kMaxNesting);
        if (event == Json::parse_event_t::key && depth == 1) {
            member = value.get<std::string>();
            if (member != kFacts && member != kId && !unknownMember) {
                unknownMember = member;
            }
            if (!members.insert(member).second && !memberTwice) {
                memberTwice = member;
            }
        } else if (event == Json::parse_event_t::key && depth == 2 && member == kFacts &&
                   !facts.insert(support::composeAccents(value.get<std::string>())).second) {
            twice = value.get<std::string>();
        }
        return !isTooDeep;
    };
    const Json json = Json::parse(line, look, false);
    const auto refuse = [&](const support::Localized& why) {
        builder.fail(make<Diag::CaseNotJson>({}, line, why));
        return builder.take();
    };
    if (isTooDeep) {
        return refuse(phrase(Phrase::CaseTooDeep));
    }
    if (json.is_discarded()) {
        return refuse(phrase(line.find('\r') == line.npos ? Phrase::CaseNoJson : Phrase::CaseLineEnds));
    }
    if (!json.is_object()) {
        return refuse(phrase(Phrase::CaseNoObject));
    }
    if (memberTwice) {
        return refuse(phrase(Phrase::CaseMemberTwice, *memberTwice));
    }
    if (const auto id = json.find(kId); id != json.end()) {
        // As it was written: a long number would become another one.
        const auto text = memberText(line, kId);
        builder.id(text ? std::string(*text)
                        : id->dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    if (unknownMember) {
        return refuse(phrase(Phrase::CaseUnknownMember, *unknownMember));
    }
    const auto given = json.find(kFacts);
    if (given == json.end()) {
        return refuse(phrase(Phrase::CaseFactsMissing));
    }
    if (!given->is_object()) {
        return refuse(phrase(Phrase::CaseFactsNoObject));
    }
    if (twice) {
        builder.fail(make<Diag::FactTwice>({}, *twice));
    }
    for (const auto& [name, value] : given->items()) {
        builder.set(name, valueOf(value));
    }
    return builder.take();
}

ReadCase caseOf(std::span<const GivenFact> facts, const model::Vocabulary& vocabulary) {
    Builder builder(vocabulary);
    for (const GivenFact& fact : facts) {
        builder.set(std::string(fact.name), std::string(emit::spelling(fact.answer)));
    }
    return builder.take();
}

ReadCase checkedCase(logic::Case given, const model::Vocabulary& vocabulary) {
    Builder builder(vocabulary);
    builder.facts(std::move(given));
    return builder.take();
}

std::string jsonOfCell(std::string_view cell) {
    return Json(cell).dump();
}

std::string cellOfJson(std::string_view json) {
    if (!json.starts_with('"')) {
        return json == "null" ? std::string() : std::string(json);
    }
    const Json parsed = Json::parse(json, nullptr, false);
    return parsed.is_string() ? parsed.get<std::string>() : std::string(json);
}

ReadCase readCaseText(std::string_view text, const model::Vocabulary& vocabulary) {
    Builder builder(vocabulary);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string pair(support::withoutBlanks(text.substr(begin, comma - begin)));
        begin = comma + 1;
        if (pair.empty()) {
            continue;
        }
        const std::size_t equals = pair.find('=');
        const std::string name(support::withoutBlanks(std::string_view(pair).substr(0, equals)));
        builder.set(name, equals == std::string::npos
                              ? std::string()
                              : std::string(support::withoutBlanks(std::string_view(pair).substr(equals + 1))));
    }
    return builder.take();
}

} // namespace meldc::pipeline
