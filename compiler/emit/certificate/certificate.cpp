#include "emit/certificate/certificate.h"

#include "diagnostics/phrases.h"
#include "emit/certificate/smt.h"
#include "emit/certificate/symbols.h"
#include "emit/certificate/world_formulas.h"
#include "logic/proof.h"
#include "support/localized.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace meldc::emit {

using diagnostics::Phrase;
using diagnostics::phrase;
using logic::ProofResult;
using model::Requirement;
using model::RequirementKind;
using smt::allOf;
using smt::anyOf;
using support::Localized;

namespace {

/// Ways to change a case that a certificate writes out for a re-assessment, and meanings of open terms.
constexpr std::size_t kMostWays = 4096;
constexpr std::size_t kMostMeanings = 64;

/// Whether cases in doubt count, as logic::prove has it.
bool rangesOverDoubt(const Requirement& requirement) {
    return requirement.alsoInDoubt || requirement.kind == RequirementKind::Monotone;
}

/// One world: definitions, and what is asked of the solver.
class WorldCertificate {
public:
    WorldCertificate(const model::Vocabulary& vocabulary, const logic::Decision& decision, const Requirement& requirement)
        : vocabulary_(vocabulary), requirement_(requirement), world_(decision.protocol()),
          formulas_(vocabulary, world_, requirement, rangesOverDoubt(requirement)),
          proof_(logic::prove(vocabulary, decision, requirement)), names_(formulas_.symbols().names) {}

    /// Empty: too large.
    std::optional<std::string> text() {
        if (proof_.result == ProofResult::TooLarge || formulas_.isTooLarge()) {
            return std::nullopt;
        }
        out_ = "(push 1)\n" + formulas_.definitions();
        if (requirement_.kind == RequirementKind::After) {
            for (const auto& [question, when] : formulas_.returns(names_)) {
                out_ += formulas_.definitionsFrom(question);
            }
        }
        declare("");
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
        out_ += "(pop 1)\n";
        return isTooLarge_ ? std::nullopt : std::optional<std::string>(std::move(out_));
    }

private:
    void claim(const std::string& formula) { out_ += "(assert " + formula + ")\n"; }

    void ask(bool isSatisfiable) {
        out_ += std::string("(set-info :status ") + (isSatisfiable ? "sat" : "unsat") + ")\n(check-sat)\n";
    }

    /// The facts as constants, with a mark behind their names; terms only once.
    std::vector<std::string> declare(const std::string& mark) {
        std::vector<std::string> constants;
        const std::size_t facts = formulas_.symbols().facts.size();
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const bool isFact = i < facts;
            std::string name = names_[i];
            if (isFact && !mark.empty()) {
                name.insert(name.size() - 1, mark);
            }
            if (isFact || mark.empty()) {
                out_ += "(declare-const " + name + (isFact ? " Int)\n" : " Bool)\n");
            }
            constants.push_back(name);
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
        ask(proof_.result != ProofResult::Vacuous);
        claim(bad);
        if (proof_.counterexample) {
            claimCase(*proof_.counterexample, names_, proof_.assumed);
        }
        ask(proof_.counterexample.has_value());
    }

    void monotone() {
        const std::vector<std::string> lesser = declare(" less");
        const auto& facts = formulas_.symbols().facts;
        claim(premise(lesser));
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const bool isNamed = std::any_of(requirement_.facts.begin(), requirement_.facts.end(),
                                             [&](model::FactId each) { return each.value == facts[i].value; });
            claim((isNamed ? "(<= " : "(= ") + lesser[i] + " " + names_[i] + ")");
        }
        claim(has(lesser));
        if (proof_.lesser) {
            claimCase(*proof_.lesser, lesser, proof_.assumed);
        }
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
            ask(false);
        } else if (proof_.result == ProofResult::DependsOnOpenTerm) {
            for (const logic::Assumed& each : proof_.assumed) {
                const auto term = static_cast<std::size_t>(formulas_.terms().find(each.words, each.isChoice));
                const std::string& name = names_[formulas_.symbols().facts.size() + term];
                claim(each.value ? name : smt::negated(name));
            }
            ask(false);
        } else if (open.empty() || requirement_.when) {
            // With open terms in the premise too the case is one for one meaning of them.
            if (proof_.witness) {
                claimCase(*proof_.witness, names_, proof_.assumed);
            }
            ask(true);
        } else {
            isTooLarge_ = std::size_t{1} << std::min<std::size_t>(open.size(), 20) > kMostMeanings;
            for (std::size_t meaning = 0; !isTooLarge_ && meaning < std::size_t{1} << open.size(); ++meaning) {
                out_ += "(push 1)\n";
                for (std::size_t i = 0; i < open.size(); ++i) {
                    claim((meaning >> i & 1U) != 0 ? names_[open[i]] : smt::negated(names_[open[i]]));
                }
                ask(true);
                out_ += "(pop 1)\n";
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
    const model::Protocol& world_;
    WorldFormulas formulas_;
    logic::Proof proof_;
    const std::vector<std::string>& names_;
    std::string out_;
    bool isTooLarge_ = false;
};

constexpr std::string_view kPrelude =
    "(set-logic QF_LIA)\n"
    "(define-fun |less of| ((a Int) (b Int)) Int (ite (< a b) a b))\n"
    "(define-fun |more of| ((a Int) (b Int)) Int (ite (< a b) b a))\n"
    "(define-fun |settled yes| ((a Int)) Int (ite (= a 1) 2 a))\n"
    "(define-fun |settled no| ((a Int)) Int (ite (= a 1) 0 a))\n";

} // namespace

Certificate certificateOf(const ProveReport& report, support::Language language) {
    const Requirement& requirement = *report.requirement;
    const model::Vocabulary& vocabulary = report.decider.library->vocabulary;
    if (!requirement.isBehavioural() || !requirement.otherwise.empty()) {
        return {"", phrase(Phrase::CertificateNotOfCases)};
    }
    // Many worlds differ in what no case depends on.
    std::vector<std::string> worlds;
    std::set<std::string> known;
    for (const logic::Decision& decision : *report.decider.decisions) {
        if (!decision.exists()) {
            return {"", phrase(Phrase::CertificateNoDecision)};
        }
        auto text = WorldCertificate(vocabulary, decision, requirement).text();
        if (!text) {
            return {"", phrase(Phrase::CertificateTooLarge)};
        }
        if (known.insert(*text).second) {
            worlds.push_back(std::move(*text));
        }
    }
    const auto told = [&](const Localized& words) { return smt::comment(words.in(language)); };
    Certificate certificate;
    std::string& out = certificate.text;
    out += told(phrase(Phrase::CertificateOf, support::same(requirement.text), support::same(report.file),
                       support::same(report.date.str())));
    out += told(phrase(Phrase::CertificateText, support::same(report.sha256), support::same(report.version)));
    out += told(phrase(Phrase::CertificateHow)) + told(phrase(Phrase::CertificateValues));
    if (report.decider.worlds->truncated) {
        out += told(phrase(Phrase::CertificateTruncated));
    }
    out += "(set-info :smt-lib-version 2.6)\n";
    out += kPrelude;
    for (std::size_t i = 0; i < worlds.size(); ++i) {
        if (worlds.size() > 1) {
            out += told(phrase(Phrase::CertificateWorld, i + 1, worlds.size()));
        }
        out += worlds[i];
    }
    return certificate;
}

} // namespace meldc::emit
