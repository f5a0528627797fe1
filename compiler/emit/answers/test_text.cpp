#include "emit/answers/test_report.h"

#include "diagnostics/phrases.h"
#include "emit/answers/test_words.h"
#include "emit/layout.h"
#include "emit/notices.h"
#include "emit/places.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Language;
using support::Localized;

constexpr std::array kCoveragePhrases{Phrase::TestCoverageRows,     Phrase::TestCoverageAnswers,
                                      Phrase::TestCoverageNorms,    Phrase::TestCoverageArticles,
                                      Phrase::TestCoverageRoles,    Phrase::TestCoverageConsequences};
constexpr std::array kKindPhrases{Phrase::TestKindRow,     Phrase::TestKindAnswer, Phrase::TestKindNorm,
                                  Phrase::TestKindArticle, Phrase::TestKindRole,   Phrase::TestKindConsequence};
/// So many things without a case are told of each kind.
constexpr std::size_t kMostTold = 5;

class TestWriter {
public:
    TestWriter(const TestReport& report, Language language) : report_(report), language_(language) {}

    std::string run() {
        for (const TestedProtocol& protocol : report_.protocols) {
            for (const TestedCase& one : protocol.cases) {
                tell(protocol, one);
            }
        }
        line(report_.cases() == 0 ? phrase(Phrase::TestNone)
                                  : phrase(Phrase::TestSummary, report_.cases(), report_.failures()), "");
        if (const std::size_t drafts = report_.drafts(); drafts > 0) {
            line(phrase(Phrase::TestDrafts, drafts), "");
        }
        tooLow();
        bool isAnyLeft = false;
        for (const TestedProtocol& protocol : report_.protocols) {
            if (protocol.isRepeated) {
                continue;
            }
            isAnyLeft = coverage(protocol) || isAnyLeft;
            for (const Localized& notice : noticesOf(protocol.decider.currency)) {
                line(diagnostics::sentence(notice), "");
            }
        }
        if (isAnyLeft) {
            line(diagnostics::sentence(phrase(Phrase::TestWhatIsLeft)), "");
        }
        return std::move(out_);
    }

private:
    void tell(const TestedProtocol& protocol, const TestedCase& one) {
        const model::Vocabulary& vocabulary = protocol.decider.library->vocabulary;
        const Localized label = support::same(one.declared->label);
        if (one.passed) {
            line(phrase(Phrase::TestPassed, label), "");
            return;
        }
        line(coded(phrase(Phrase::TestFailed, label), one.broken != nullptr ? diagnostics::Diag::CaseImpossible
                                                                             : diagnostics::Diag::CaseFails), "");
        line(phrase(Phrase::ReportPlace, told(placeOf(*report_.sources, one.declared->span))), "  ");
        if (one.broken != nullptr) {
            line(phrase(Phrase::TestInconsistent, vocabulary.nameOf(one.broken->from.fact),
                        vocabulary.nameOf(one.broken->to.fact)), "  ");
            return;
        }
        line(phrase(Phrase::TestExpected, expectedWords(vocabulary, *one.declared)), "  ");
        line(phrase(Phrase::TestOutcome, outcomeWords(vocabulary, one.answer.certain)), "  ");
        for (const ReadingAnswer& reading : one.answer.readings) {
            way(protocol, one, reading);
        }
        if (one.answer.next.isValid()) {
            line(phrase(Phrase::TestAsksStill, vocabulary.nameOf(one.answer.next)), "  ");
        }
    }

    /// Question by question, and the statements that gave what came out.
    void way(const TestedProtocol& protocol, const TestedCase& one, const ReadingAnswer& reading) {
        const model::Protocol& world = (*protocol.decider.selected)[reading.worlds.front()];
        if (reading.path.empty()) {
            line(phrase(Phrase::TestNoQuestion), "  ");
        } else {
            line(phrase(Phrase::DecidePath), "  ");
        }
        for (const logic::PathStep& step : reading.path) {
            const model::Question& question = world.questions[step.question];
            line(phrase(Phrase::DecidePathStep, question.id, support::same(question.label),
                        answerWord(step.answer), told(placeOf(*report_.sources, question.origin.span))),
                 "    ");
        }
        if (!reading.path.empty() && reading.path.back().edge >= 0) {
            const logic::PathStep& last = reading.path.back();
            statement(Phrase::TestDecidedAt,
                      world.questions[last.question].edges[static_cast<std::size_t>(last.edge)].origin.span);
        }
        const logic::Walk walk = logic::walk(protocol.decider.library->vocabulary, world,
                                             givenBy(protocol.decider.library->vocabulary, *one.declared), {});
        for (const std::uint32_t task : walk.tasks) {
            statement(Phrase::TestAddedAt, world.tasks[task].origin.span);
        }
    }

    void statement(Phrase how, support::Span span) {
        const At at = placeOf(*report_.sources, span);
        line(phrase(how, support::same("`" + at.statement + "`"), told(at)), "  ");
    }

    /// How much of the protocol has a case, and what has none of the kinds of which more was asked. Whether
    /// anything has none.
    bool coverage(const TestedProtocol& protocol) {
        if (protocol.map->items().empty()) {
            return false;
        }
        const std::string& name = protocol.decider.protocol->name;
        if (protocol.map->isCut()) {
            line(phrase(Phrase::TestTableTooLarge, name), "");
        }
        const CoverageCount count = countOf(*protocol.map, protocol.touched);
        std::vector<Localized> parts;
        for (std::size_t kind = 0; kind < kCoverageKindCount; ++kind) {
            if (count.total[kind] > 0) {
                parts.push_back(coverageWords(protocol, static_cast<CoverageKind>(kind)));
            }
        }
        line(phrase(Phrase::TestCoverage, name, diagnostics::joined(parts, "; ")), "");
        for (const CoverageKind kind : tooLittle(protocol, report_.least)) {
            lacking(protocol, kind);
        }
        return count.touched != count.total;
    }

    /// With the code under which `explain` tells more.
    static Localized coded(const Localized& text, diagnostics::Diag id) {
        const std::string code = " [" + std::string(diagnostics::info(id).code) + "]";
        return {text.nl + code, text.en + code};
    }

    void tooLow() {
        for (const diagnostics::Diagnostic& finding : findingsOf(report_)) {
            if (finding.id == diagnostics::Diag::CoverageTooLow) {
                line(coded(diagnostics::sentence({diagnostics::renderMessage(finding, Language::Dutch),
                                                  diagnostics::renderMessage(finding, Language::English)}),
                           finding.id), "");
            }
        }
    }

    void lacking(const TestedProtocol& protocol, CoverageKind kind) {
        std::size_t left = 0;
        std::size_t shown = 0;
        for (std::size_t i = 0; i < protocol.map->items().size(); ++i) {
            const CoverageItem& item = protocol.map->items()[i];
            if (item.kind != kind || protocol.touched[i]) {
                continue;
            }
            if (shown == kMostTold) {
                ++left;
                continue;
            }
            ++shown;
            line(phrase(Phrase::TestNoCase, phrase(kKindPhrases[static_cast<std::size_t>(kind)]), item.text), "  ");
        }
        if (left > 0) {
            line(phrase(Phrase::TestMoreLeft, left), "  ");
        }
    }

    void line(const Localized& text, std::string_view indent) {
        out_ += wrapped(text.in(language_), indent, std::string(indent) + "  ");
    }

    const TestReport& report_;
    Language language_;
    std::string out_;
};

} // namespace

Localized coverageWords(const TestedProtocol& protocol, CoverageKind kind) {
    const CoverageCount count = countOf(*protocol.map, protocol.touched);
    const auto at = static_cast<std::size_t>(kind);
    return phrase(kCoveragePhrases[at], count.touched[at], count.total[at]);
}

std::string testText(const TestReport& report, Language language) {
    return TestWriter(report, language).run();
}

std::string testPlain(const TestReport& report, Language language) {
    std::string out;
    const auto at = [&](support::Span span) { return placeOf(*report.sources, span).inFile(); };
    for (const diagnostics::Diagnostic& finding : findingsOf(report)) {
        out += at(finding.span) + ": " +
               std::string(finding.severity >= diagnostics::Severity::Error ? "error " : "info ") +
               std::string(diagnostics::info(finding.id).code) + " " +
               diagnostics::renderMessage(finding, language) + "\n";
    }
    for (const TestedProtocol& protocol : report.protocols) {
        for (const TestedCase& one : protocol.cases) {
            if (one.passed) {
                out += at(one.declared->span) + ": ok " +
                       phrase(Phrase::TestPassed, support::same(one.declared->label)).in(language) + "\n";
            }
        }
        for (std::size_t i = 0; i < protocol.map->items().size(); ++i) {
            const CoverageItem& item = protocol.map->items()[i];
            if (!protocol.touched[i] && !protocol.isRepeated) {
                out += at(protocol.decider.protocol->span) + ": open " +
                       phrase(Phrase::TestNoCase, phrase(kKindPhrases[static_cast<std::size_t>(item.kind)]), item.text)
                           .in(language) + "\n";
            }
        }
    }
    return out + phrase(Phrase::TestSummary, report.cases(), report.failures()).in(language) + "\n";
}

} // namespace meldc::emit
