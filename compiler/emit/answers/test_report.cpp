#include "emit/answers/test_report.h"

#include "diagnostics/phrases.h"
#include "emit/json_parts.h"
#include "emit/layout.h"
#include "emit/notices.h"
#include "emit/words.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using model::ConceptId;
using model::Modality;
using support::Language;
using support::Localized;
using syntax::ExpectationKind;

bool contains(const std::vector<ConceptId>& list, ConceptId id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

bool isMet(const model::CaseExpectation& expected, const logic::Outcome& outcome) {
    switch (expected.kind) {
    case ExpectationKind::Nothing:
        return outcome.must.empty() && outcome.may.empty();
    case ExpectationKind::Undetermined:
        return outcome.undetermined;
    case ExpectationKind::Deferred:
        return outcome.deferred;
    case ExpectationKind::Consequence:
        break;
    }
    switch (expected.modality) {
    case Modality::Must:
        return contains(outcome.must, expected.consequence);
    case Modality::May:
        return contains(outcome.may, expected.consequence);
    case Modality::MayNot:
        return contains(outcome.mayNot, expected.consequence);
    }
    return false;
}

/// For `precies`: whether the outcome holds nothing that is not expected.
bool hasNothingElse(const model::CaseDecl& declared, const logic::Outcome& outcome) {
    const auto expects = [&](Modality modality, ConceptId id) {
        return std::any_of(declared.expectations.begin(), declared.expectations.end(),
                           [&](const model::CaseExpectation& one) {
                               return one.kind == ExpectationKind::Consequence &&
                                      one.modality == modality && one.consequence == id;
                           });
    };
    const auto all = [&](const std::vector<ConceptId>& list, Modality modality) {
        return std::all_of(list.begin(), list.end(),
                           [&](ConceptId id) { return expects(modality, id); });
    };
    const auto expectsKind = [&](ExpectationKind kind) {
        return std::any_of(declared.expectations.begin(), declared.expectations.end(),
                           [&](const model::CaseExpectation& one) { return one.kind == kind; });
    };
    return all(outcome.must, Modality::Must) && all(outcome.may, Modality::May) &&
           all(outcome.mayNot, Modality::MayNot) &&
           outcome.undetermined == expectsKind(ExpectationKind::Undetermined) &&
           outcome.deferred == expectsKind(ExpectationKind::Deferred);
}

Phrase phraseFor(Modality modality) {
    return modality == Modality::Must  ? Phrase::TestMust
           : modality == Modality::May ? Phrase::TestMay
                                       : Phrase::TestMayNot;
}

class TestTeller {
public:
    TestTeller(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    Localized expected(const model::CaseDecl& declared) const {
        std::vector<Localized> parts;
        for (const model::CaseExpectation& one : declared.expectations) {
            switch (one.kind) {
            case ExpectationKind::Consequence:
                parts.push_back(
                    phrase(phraseFor(one.modality), vocabulary_[one.consequence].name));
                break;
            case ExpectationKind::Nothing:
                parts.push_back(phrase(Phrase::TestNothing));
                break;
            case ExpectationKind::Undetermined:
                parts.push_back(phrase(Phrase::TestUndetermined));
                break;
            case ExpectationKind::Deferred:
                parts.push_back(phrase(Phrase::TestDeferred));
                break;
            }
        }
        const Localized all = diagnostics::joined(parts, ", ");
        return declared.exactly ? phrase(Phrase::TestExactly, all) : all;
    }

    Localized outcome(const logic::Outcome& outcome) const {
        std::vector<Localized> parts;
        const auto add = [&](const std::vector<ConceptId>& list, Modality modality) {
            for (const ConceptId id : list) {
                parts.push_back(phrase(phraseFor(modality), vocabulary_[id].name));
            }
        };
        add(outcome.must, Modality::Must);
        add(outcome.may, Modality::May);
        add(outcome.mayNot, Modality::MayNot);
        if (outcome.undetermined) {
            parts.push_back(phrase(Phrase::TestUndetermined));
        }
        if (outcome.deferred) {
            parts.push_back(phrase(Phrase::TestDeferred));
        }
        return parts.empty() ? phrase(Phrase::TestNothing) : diagnostics::joined(parts, ", ");
    }

private:
    const model::Vocabulary& vocabulary_;
};

Localized toldAnswer(model::Answer answer) {
    return phrase(answer == model::Answer::Yes  ? Phrase::StoryYes
                  : answer == model::Answer::No ? Phrase::StoryNo
                                                : Phrase::StoryDoubt);
}

} // namespace

TestedProtocol::Coverage TestedProtocol::coverage() const {
    std::set<std::pair<std::string, model::Answer>> all;
    std::set<std::pair<std::string, model::Answer>> taken;
    for (const model::Protocol& world : *decider.selected) {
        for (const model::Question& question : world.questions) {
            for (const model::Edge& edge : question.edges) {
                all.emplace(question.id, edge.answer);
            }
        }
    }
    for (const TestedCase& one : cases) {
        for (const ReadingAnswer& reading : one.answer.readings) {
            const model::Protocol& world = (*decider.selected)[reading.worlds.front()];
            for (const logic::PathStep& step : reading.path) {
                taken.emplace(world.questions[step.question].id, step.answer);
            }
        }
    }
    Coverage result;
    result.total = all.size();
    std::set_difference(all.begin(), all.end(), taken.begin(), taken.end(),
                        std::back_inserter(result.notTaken));
    return result;
}

std::size_t TestReport::cases() const {
    std::size_t count = 0;
    for (const TestedProtocol& protocol : protocols) {
        count += protocol.cases.size();
    }
    return count;
}

std::size_t TestReport::failures() const {
    std::size_t count = 0;
    for (const TestedProtocol& protocol : protocols) {
        for (const TestedCase& one : protocol.cases) {
            count += one.passed ? 0U : 1U;
        }
    }
    return count;
}

logic::Case givenBy(const model::Vocabulary& vocabulary, const model::CaseDecl& declared) {
    logic::Case given;
    for (const model::Fact& fact : vocabulary.facts) {
        given.values.push_back(fact.nature == model::Nature::Neutral
                                   ? logic::Value(model::Answer::No)
                                   : logic::Value());
    }
    for (const auto& [fact, value] : declared.facts) {
        given.values[fact.value] = value;
    }
    return given;
}

TestedCase runCase(const Decider& decider, const model::CaseDecl& declared) {
    TestedCase result;
    result.declared = &declared;
    const logic::Case given = givenBy(decider.library->vocabulary, declared);
    result.broken = logic::brokenImplication(decider.library->vocabulary, given);
    if (result.broken != nullptr) {
        return result;
    }
    result.answer = answer(decider, given);
    const logic::Outcome& outcome = result.answer.certain;
    result.passed = std::all_of(declared.expectations.begin(), declared.expectations.end(),
                                [&](const auto& one) { return isMet(one, outcome); }) &&
                    (!declared.exactly || hasNothingElse(declared, outcome));
    return result;
}

std::string testText(const TestReport& report, Language language) {
    std::string out;
    const auto line = [&](const Localized& text, std::string_view indent) {
        out += wrapped(text.in(language), indent, std::string(indent) + "  ");
    };
    for (const TestedProtocol& protocol : report.protocols) {
        const model::Vocabulary& vocabulary = protocol.decider.library->vocabulary;
        const TestTeller teller(vocabulary);
        for (const TestedCase& one : protocol.cases) {
            const Localized label = support::same(one.declared->label);
            if (one.passed) {
                line(phrase(Phrase::TestPassed, label), "");
                continue;
            }
            line(phrase(Phrase::TestFailed, label), "");
            line(phrase(Phrase::ReportPlace,
                        told(placeOf(*report.sources, one.declared->span))), "  ");
            if (one.broken != nullptr) {
                line(phrase(Phrase::TestInconsistent, vocabulary.nameOf(one.broken->from.fact),
                            vocabulary.nameOf(one.broken->to.fact)), "  ");
                continue;
            }
            line(phrase(Phrase::TestExpected, teller.expected(*one.declared)), "  ");
            line(phrase(Phrase::TestOutcome, teller.outcome(one.answer.certain)), "  ");
        }
        const auto coverage = protocol.coverage();
        line(phrase(Phrase::TestCoverage, protocol.decider.protocol->name,
                    coverage.total - coverage.notTaken.size(), coverage.total), "");
        if (!coverage.notTaken.empty()) {
            std::vector<Localized> missing;
            for (const auto& [question, answered] : coverage.notTaken) {
                missing.push_back(phrase(Phrase::TestAnswerOf, question, toldAnswer(answered)));
            }
            line(phrase(Phrase::TestNotTaken, diagnostics::joined(missing, ", ")), "  ");
        }
        for (const Localized& notice : noticesOf(protocol.decider.currency)) {
            line(diagnostics::sentence(notice), "");
        }
    }
    line(report.cases() == 0 ? phrase(Phrase::TestNone)
                             : phrase(Phrase::TestSummary, report.cases(), report.failures()), "");
    return out;
}

std::string testJson(const TestReport& report, Language language) {
    Json json;
    json["tool"] = {{"name", "meldc"}, {"version", report.version}};
    json["protocols"] = Json::array();
    for (const TestedProtocol& protocol : report.protocols) {
        const model::Vocabulary& vocabulary = protocol.decider.library->vocabulary;
        Json piece = {{"id", protocol.decider.protocol->name}, {"cases", Json::array()}};
        for (const TestedCase& one : protocol.cases) {
            const logic::Outcome& outcome = one.answer.certain;
            piece["cases"].push_back(
                {{"label", one.declared->label},
                 {"passed", one.passed},
                 {"inconsistent", one.broken != nullptr},
                 {"at", jsonOf(std::vector<At>{placeOf(*report.sources, one.declared->span)})},
                 {"consequences", namesOf(vocabulary, outcome.must)},
                 {"allowed", namesOf(vocabulary, outcome.may)},
                 {"forbidden", namesOf(vocabulary, outcome.mayNot)},
                 {"undetermined", outcome.undetermined},
                 {"deferred", outcome.deferred}});
        }
        const auto coverage = protocol.coverage();
        piece["coverage"] = {{"answers", coverage.total},
                             {"taken", coverage.total - coverage.notTaken.size()},
                             {"not_taken", Json::array()}};
        for (const auto& [question, answered] : coverage.notTaken) {
            piece["coverage"]["not_taken"].push_back(
                {{"question", question}, {"answer", spelling(answered)}});
        }
        piece["notices"] = sentencesOf(noticesOf(protocol.decider.currency), language);
        json["protocols"].push_back(std::move(piece));
    }
    json["summary"] = {{"cases", report.cases()}, {"failed", report.failures()}};
    return written(json);
}

} // namespace meldc::emit
