#include "emit/answers/test_report.h"

#include "emit/answers/test_words.h"
#include "support/contains.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using model::ConceptId;
using model::Modality;
using support::contains;
using syntax::ExpectationKind;

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

} // namespace

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

std::size_t TestReport::drafts() const {
    std::size_t count = 0;
    for (const TestedProtocol& protocol : protocols) {
        count += static_cast<std::size_t>(std::count_if(protocol.cases.begin(), protocol.cases.end(),
                                                        [](const auto& one) { return one.declared->isDraft; }));
    }
    return count;
}

void measure(TestedProtocol& protocol, const support::Date& date) {
    protocol.map = std::make_shared<const CoverageMap>(protocol.decider, date);
    protocol.touched.assign(protocol.map->items().size(), false);
    for (const TestedCase& one : protocol.cases) {
        if (one.broken != nullptr) {
            continue;
        }
        const Touched touched =
            protocol.map->touchedBy(givenBy(protocol.decider.library->vocabulary, *one.declared), one.answer);
        for (std::size_t i = 0; i < touched.size(); ++i) {
            protocol.touched[i] = protocol.touched[i] || touched[i];
        }
    }
}

void joinCoverage(std::vector<TestedProtocol>& protocols) {
    for (std::size_t later = 1; later < protocols.size(); ++later) {
        TestedProtocol& other = protocols[later];
        const auto first = std::find_if(protocols.begin(), protocols.begin() + static_cast<std::ptrdiff_t>(later),
                                        [&](const TestedProtocol& each) {
                                            return each.decider.protocol->span == other.decider.protocol->span;
                                        });
        if (first == protocols.begin() + static_cast<std::ptrdiff_t>(later)) {
            continue;
        }
        other.isRepeated = true;
        const auto& known = first->map->items();
        for (std::size_t i = 0; i < other.touched.size(); ++i) {
            const CoverageItem& item = other.map->items()[i];
            const auto at = std::find_if(known.begin(), known.end(), [&](const CoverageItem& each) {
                return each.kind == item.kind && each.key == item.key;
            });
            if (other.touched[i] && at != known.end()) {
                first->touched[static_cast<std::size_t>(at - known.begin())] = true;
            }
        }
    }
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

std::vector<diagnostics::Diagnostic> findingsOf(const TestReport& report) {
    using diagnostics::Diag;
    using diagnostics::make;
    std::vector<diagnostics::Diagnostic> findings;
    for (const TestedProtocol& protocol : report.protocols) {
        const model::Vocabulary& vocabulary = protocol.decider.library->vocabulary;
        for (const TestedCase& one : protocol.cases) {
            const model::CaseDecl& declared = *one.declared;
            if (one.broken != nullptr) {
                findings.push_back(make<Diag::CaseImpossible>(declared.span, declared.label,
                                                              vocabulary.nameOf(one.broken->from.fact),
                                                              vocabulary.nameOf(one.broken->to.fact)));
            } else if (!one.passed) {
                findings.push_back(make<Diag::CaseFails>(declared.span, declared.label,
                                                         expectedWords(vocabulary, declared),
                                                         outcomeWords(vocabulary, one.answer.certain)));
            }
            if (one.passed && declared.isDraft) {
                findings.push_back(make<Diag::CaseUnconfirmed>(declared.span, declared.label));
            }
        }
        for (const auto kind : tooLittle(protocol, report.least)) {
            findings.push_back(make<Diag::CoverageTooLow>(protocol.decider.protocol->span,
                                                          protocol.decider.protocol->name,
                                                          coverageWords(protocol, kind),
                                                          *report.least[static_cast<std::size_t>(kind)]));
        }
    }
    return findings;
}

std::vector<CoverageKind> tooLittle(const TestedProtocol& protocol, const LeastCoverage& least) {
    std::vector<CoverageKind> result;
    if (protocol.isRepeated) {
        return result;
    }
    const CoverageCount count = countOf(*protocol.map, protocol.touched);
    for (std::size_t kind = 0; kind < kCoverageKindCount; ++kind) {
        if (least[kind] && count.touched[kind] * 100 < *least[kind] * count.total[kind]) {
            result.push_back(static_cast<CoverageKind>(kind));
        }
    }
    return result;
}

} // namespace meldc::emit
