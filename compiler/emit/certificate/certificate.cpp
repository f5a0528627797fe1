#include "emit/certificate/certificate.h"

#include "diagnostics/phrases.h"
#include "emit/certificate/smt.h"
#include "emit/certificate/world_formulas.h"
#include "logic/proof.h"
#include "support/localized.h"

#include <algorithm>
#include <optional>

namespace meldc::emit {

using diagnostics::Phrase;
using diagnostics::phrase;
using logic::ProofResult;
using model::Requirement;
using model::RequirementKind;
using smt::allOf;
using smt::anyOf;
using support::Localized;
using support::same;

namespace {

/// Ways to change a case that a certificate writes out for a re-assessment, and meanings of open terms.
constexpr std::size_t kMostWays = 4096;
constexpr std::size_t kMostMeanings = 64;

/// Whether cases in doubt count, as logic::prove has it.
bool rangesOverDoubt(const Requirement& requirement) {
    return requirement.alsoInDoubt || requirement.kind == RequirementKind::Monotone;
}

/// What a solver is asked.
struct Query {
    Phrase asks = Phrase::CertificateAsksPremise;
    bool isPossible = false;
    std::string text;

    bool operator==(const Query&) const = default;
};

/// The questions about one world.
class WorldCertificate {
public:
    WorldCertificate(const ProveReport& report, const logic::Decision& decision, support::Language language)
        : vocabulary_(report.decider.library->vocabulary), requirement_(*report.requirement),
          formulas_(*report.sources, vocabulary_, decision.protocol(), requirement_, rangesOverDoubt(requirement_),
                    language),
          proof_(logic::prove(vocabulary_, decision, requirement_)), names_(formulas_.symbols().names) {}

    /// Nothing: too large.
    std::optional<std::vector<Query>> queries() {
        if (proof_.result == ProofResult::TooLarge || formulas_.isTooLarge()) {
            return std::nullopt;
        }
        claim(premise(names_));
        switch (requirement_.kind) {
        case RequirementKind::Always:
            settle(smt::negated(has(names_)));
            break;
        case RequirementKind::Never:
            settle(has(names_));
            break;
        case RequirementKind::Monotone:
            monotone();
            break;
        case RequirementKind::Possible:
            possible();
            break;
        default:
            after();
            break;
        }
        return isTooLarge_ ? std::nullopt : std::optional(std::move(queries_));
    }

private:
    void claim(const std::string& formula) { claims_.push_back(formula); }

    void ask(Phrase asks, bool isPossible) {
        queries_.push_back({asks, isPossible, formulas_.script().question(claims_, isPossible)});
    }

    /// A second case: facts of its own, the same terms.
    std::vector<std::string> lesserCase() {
        std::vector<std::string> constants = names_;
        const auto& facts = formulas_.symbols().facts;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            constants[i] = formulas_.words().ofLesser(facts[i]);
            formulas_.script().declare(constants[i], "Int", formulas_.words().told(Phrase::SmtToldLesser));
        }
        return constants;
    }

    std::string premise(const std::vector<std::string>& names) const {
        std::vector<std::string> conditions{formulas_.consistent(names)};
        if (requirement_.when) {
            conditions.push_back(formulas_.isYes(*requirement_.when, names));
        }
        return allOf(conditions);
    }

    std::string has(const std::vector<std::string>& names) const {
        return formulas_.has(requirement_.goal, false, names);
    }

    /// That a case has these answers, and the terms these values; a term that is not named is no.
    void claimCase(const logic::Case& given, const std::vector<std::string>& constants,
                   const std::vector<logic::Assumed>& assumed) {
        const auto& facts = formulas_.symbols().facts;
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (const logic::Value value = given[facts[i]]) {
                claim("(= " + constants[i] + " " + std::to_string(static_cast<int>(*value)) + ")");
            }
        }
        const auto& terms = formulas_.terms().all();
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const bool isYes = logic::isAssumed(assumed, terms[i].words, terms[i].isChoice);
            claim(isYes ? names_[facts.size() + i] : smt::negated(names_[facts.size() + i]));
        }
    }

    /// A requirement that must hold in all cases: whether `bad` occurs among those of the premise.
    void settle(const std::string& bad) {
        ask(Phrase::CertificateAsksPremise, proof_.result != ProofResult::Vacuous);
        claim(bad);
        if (proof_.lesser) {
            claimCase(*proof_.lesser, lesser_, proof_.assumed);
        }
        if (proof_.counterexample) {
            claimCase(*proof_.counterexample, names_, proof_.assumed);
        }
        ask(Phrase::CertificateAsksBreach, proof_.counterexample.has_value());
    }

    void monotone() {
        lesser_ = lesserCase();
        const auto& facts = formulas_.symbols().facts;
        claim(premise(lesser_));
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const bool isNamed = std::any_of(requirement_.facts.begin(), requirement_.facts.end(),
                                             [&](model::FactId each) { return each.value == facts[i].value; });
            claim((isNamed ? "(<= " : "(= ") + lesser_[i] + " " + names_[i] + ")");
        }
        claim(has(lesser_));
        settle(smt::negated(has(names_)));
    }

    void possible() {
        claim(formulas_.has(requirement_.goal, true, names_));
        const auto& terms = formulas_.terms().all();
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (!terms[i].isChoice) {
                open.push_back(formulas_.symbols().facts.size() + i);
            }
        }
        if (proof_.result == ProofResult::Fails) {
            ask(Phrase::CertificateAsksCase, false);
        } else if (proof_.result == ProofResult::DependsOnOpenTerm) {
            for (const logic::Assumed& each : proof_.assumed) {
                const auto term = static_cast<std::size_t>(formulas_.terms().find(each.words, each.isChoice));
                const std::string& name = names_[formulas_.symbols().facts.size() + term];
                claim(each.value ? name : smt::negated(name));
            }
            ask(Phrase::CertificateAsksCase, false);
        } else if (open.empty() || requirement_.when) {
            // With open terms in the premise too the case is one for one meaning of them.
            if (proof_.witness) {
                claimCase(*proof_.witness, names_, proof_.assumed);
            }
            ask(Phrase::CertificateAsksCase, true);
        } else {
            isTooLarge_ = std::size_t{1} << std::min<std::size_t>(open.size(), 20) > kMostMeanings;
            for (std::size_t meaning = 0; !isTooLarge_ && meaning < std::size_t{1} << open.size(); ++meaning) {
                const std::size_t known = claims_.size();
                for (std::size_t i = 0; i < open.size(); ++i) {
                    claim((meaning >> i & 1U) != 0 ? names_[open[i]] : smt::negated(names_[open[i]]));
                }
                ask(Phrase::CertificateAsksCase, true);
                claims_.resize(known);
            }
        }
    }

    /// All cases that a re-assessment can find: facts that may change have any answer, choices are made anew.
    std::vector<std::vector<std::string>> changed() {
        const auto& facts = formulas_.symbols().facts;
        const int step = rangesOverDoubt(requirement_) ? 1 : 2;
        std::vector<std::vector<std::string>> ways{names_};
        const auto spread = [&](std::size_t at, const std::vector<std::string>& values) {
            std::vector<std::vector<std::string>> more;
            for (const auto& way : ways) {
                for (const std::string& value : values) {
                    more.push_back(way);
                    more.back()[at] = value;
                }
            }
            ways = std::move(more);
            isTooLarge_ = isTooLarge_ || ways.size() > kMostWays;
        };
        for (std::size_t i = 0; i < facts.size() && !isTooLarge_; ++i) {
            if (vocabulary_.facts[facts[i].value].changeable) {
                std::vector<std::string> values;
                for (int value = 0; value <= 2; value += step) {
                    values.push_back(std::to_string(value));
                }
                spread(i, values);
            }
        }
        for (std::size_t i = 0; i < formulas_.terms().all().size() && !isTooLarge_; ++i) {
            if (formulas_.terms().all()[i].isChoice) {
                spread(facts.size() + i, {"true", "false"});
            }
        }
        return ways;
    }

    void after() {
        claim(has(names_));
        std::vector<std::string> again;
        const auto ways = changed();
        for (const auto& [question, when] : formulas_.returns(names_)) {
            std::vector<std::string> reachable;
            for (const auto& way : ways) {
                reachable.push_back(allOf({formulas_.consistent(way),
                                           formulas_.has(requirement_.then, true, way,
                                                         static_cast<std::int32_t>(question))}));
            }
            again.push_back(allOf({when, anyOf(reachable)}));
        }
        settle(smt::negated(anyOf(again)));
    }

    const model::Vocabulary& vocabulary_;
    const Requirement& requirement_;
    WorldFormulas formulas_;
    logic::Proof proof_;
    const std::vector<std::string>& names_;
    /// `nooit minder`: the case with less.
    std::vector<std::string> lesser_;
    std::vector<std::string> claims_;
    std::vector<Query> queries_;
    bool isTooLarge_ = false;
};

/// A question, and in how many worlds it is the question.
struct AskedQuery {
    Query query;
    std::size_t worlds = 0;
};

/// Many worlds differ in what the requirement does not hang on: what they ask is asked once.
void add(std::vector<AskedQuery>& all, std::vector<Query> queries) {
    for (Query& query : queries) {
        const auto known = std::find_if(all.begin(), all.end(), [&](const AskedQuery& each) { return each.query == query; });
        if (known == all.end()) {
            all.push_back({std::move(query), 1});
        } else {
            ++known->worlds;
        }
    }
}

/// What was claimed, of which cases, and how to have it checked.
std::string headOf(const ProveReport& report, std::size_t questions, support::Language language) {
    const Requirement& requirement = *report.requirement;
    std::string out;
    const auto tell = [&](const Localized& words) {
        out += smt::comment(diagnostics::sentence(words).in(language));
    };
    tell(phrase(Phrase::CertificateOf, same(requirement.text), same(report.file), same(report.date.str())));
    tell(phrase(Phrase::CertificateText, same(report.sha256), same(report.version)));
    out += ";\n";
    tell(phrase(Phrase::CertificateClaim, headlineOf(report)));
    tell(phrase(rangesOverDoubt(requirement) ? Phrase::CertificateWithDoubt : Phrase::CertificateCrisp));
    const std::size_t worlds = report.decider.decisions->size();
    if (report.decider.worlds->truncated) {
        tell(phrase(Phrase::CertificateTruncated));
    } else if (worlds > 1) {
        tell(phrase(Phrase::CertificateWorlds, worlds, questions));
    }
    out += ";\n";
    tell(phrase(Phrase::CertificateHow));
    for (const Phrase command : {Phrase::CertificateCommandZ3, Phrase::CertificateCommandCvc5}) {
        out += ";   " + phrase(command).in(language) + "\n";
    }
    tell(phrase(requirement.kind == RequirementKind::Possible ? Phrase::CertificateReadPossible
                                                               : Phrase::CertificateReadAlways));
    tell(phrase(Phrase::CertificateLegend));
    return out;
}

} // namespace

Certificate certificateOf(const ProveReport& report, support::Language language) {
    const Requirement& requirement = *report.requirement;
    if (!requirement.isBehavioural() || !requirement.otherwise.empty()) {
        return {"", phrase(Phrase::CertificateNotOfCases)};
    }
    for (const logic::Decision& decision : *report.decider.decisions) {
        if (!decision.exists()) {
            return {"", phrase(Phrase::CertificateNoDecision)};
        }
    }
    if (report.result->part.status == baseline::Status::Open) {
        return {"", phrase(Phrase::CertificateUndecided)};
    }
    std::vector<AskedQuery> all;
    for (const logic::Decision& decision : *report.decider.decisions) {
        auto queries = WorldCertificate(report, decision, language).queries();
        if (!queries) {
            return {"", phrase(Phrase::CertificateTooLarge)};
        }
        add(all, std::move(*queries));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const AskedQuery& a, const AskedQuery& b) { return a.query.asks < b.query.asks; });
    Certificate certificate;
    std::string& out = certificate.text;
    out += headOf(report, all.size(), language) + "(set-info :smt-lib-version 2.6)\n";
    const std::size_t worlds = report.decider.decisions->size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& [query, inWorlds] = all[i];
        const Localized answer = same(query.isPossible ? "sat" : "unsat");
        out += i == 0 ? "\n" : "(reset)\n\n";
        out += smt::comment(phrase(Phrase::CertificateQuestion, i + 1, all.size(), phrase(query.asks), answer).in(language));
        if (worlds > 1) {
            out += smt::comment(phrase(Phrase::CertificateInWorlds, inWorlds, worlds).in(language));
        }
        out += query.text;
    }
    return certificate;
}

} // namespace meldc::emit
