#include "emit/change/outline.h"

#include "baseline/story.h"
#include "compare/case_words.h"
#include "diagnostics/wording.h"
#include "emit/change/cases.h"
#include "emit/change/words.h"
#include "emit/json_parts.h"
#include "emit/page/data.h"
#include "emit/report_view.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace meldc::emit {

using compare::CaseTally;
using compare::Effect;
using compare::isNone;
using diagnostics::phrase;
using diagnostics::Phrase;
using support::Language;
using support::Localized;

namespace {

/// So many aspects of what came or went are told; a whole new question says it all by its name.
constexpr std::size_t kMostAspects = 12;
/// So many verdicts are named with the title of their norm; of more the numbers alone.
constexpr std::size_t kMostTitles = 4;

class OutlineMaker {
public:
    OutlineMaker(const ChangeReport& report, const ComparedProtocol& compared, Language language)
        : report_(report), compared_(compared), difference_(compared.difference), cases_(difference_.cases),
          language_(language) {}

    ChangeOutline make() {
        const model::Protocol& before = *compared_.before.protocol;
        const model::Protocol& after = *compared_.after.protocol;
        outline_.title = in(before.label == after.label
                                ? phrase(Phrase::ChangeTitle, after.label)
                                : phrase(Phrase::ChangeTitleBoth, before.label, after.label));
        const bool isSameFile =
            compared_.oldFile.file == compared_.newFile.file && compared_.oldDate != compared_.newDate;
        // Who reads it knows versions, not files; two that are called the same are no help.
        const bool haveVersions = before.versions.size() == 1 && after.versions.size() == 1 &&
                                  before.versions.front().text != after.versions.front().text;
        outline_.subtitle = in(
            isSameFile     ? phrase(Phrase::ChangeFromToDays, compared_.oldDate.str(), compared_.newDate.str())
            : haveVersions ? phrase(Phrase::ChangeFromToVersions, before.versions.front().text,
                                    after.versions.front().text)
                           : phrase(Phrase::ChangeFromTo, compared_.oldFile.file, compared_.newFile.file));
        outline_.isGateShut = !isNone(cases_.uncovered);
        outline_.isEmpty = difference_.isEmpty();
        if (outline_.isEmpty) {
            say(phrase(Phrase::ChangeNone));
        } else {
            guaranteeHeadline();
            caseHeadline();
            otherHeadlines();
        }
        findings();
        if (!outline_.isEmpty) {
            caseSection();
            statementSection(true);
            verdictSection();
            statementSection(false);
        }
        acceptanceSection();
        // How nothing was found among many need not be told of each.
        if (!outline_.isEmpty || report_.protocols.size() == 1) {
            accountSection();
        }
        return std::move(outline_);
    }

private:
    std::string in(const Localized& text) const { return text.in(language_); }
    std::string sentence(const Localized& text) const {
        return text.isEmpty() ? std::string() : shownSentence(text, language_);
    }
    void say(const Localized& text) { outline_.headline.push_back(sentence(text)); }

    ChangeSection& section(ChangeSectionKind kind, Phrase heading) {
        ChangeSection& result = outline_.sections.emplace_back();
        result.kind = kind;
        result.heading = in(phrase(heading));
        return result;
    }

    /// For each effect that occurs how many cases, and when there is one reason, that.
    Localized effects(bool inDoubt) const {
        std::vector<Localized> parts;
        for (std::size_t index = 0; index < compare::kEffects; ++index) {
            const CaseTally& tally = cases_.byEffect[index];
            const auto count = inDoubt ? tally.inDoubt : tally.crisp;
            if (count == 0) {
                continue;
            }
            const auto effect = static_cast<Effect>(index);
            Localized part = countOf(effect, count);
            std::vector<Localized> summaries;
            for (const compare::Group& group : cases_.groups) {
                const auto inGroup = inDoubt ? group.cases.inDoubt : group.cases.crisp;
                if (group.effect == effect && inGroup > 0) {
                    summaries.push_back(group.summary);
                }
            }
            // One reason is told; several are in the list.
            if (!inDoubt && summaries.size() == 1) {
                part = phrase(Phrase::CountBecause, part, summaries.front());
            }
            parts.push_back(std::move(part));
        }
        logic::CaseCount sum = 0;
        for (const CaseTally& tally : cases_.byEffect) {
            sum += inDoubt ? tally.inDoubt : tally.crisp;
        }
        if (!inDoubt && sum > cases_.changed.crisp) {
            parts.push_back(phrase(Phrase::CountOverlap));
        }
        return diagnostics::joined(parts, "; ");
    }

    /// What is read first: what the code promises now, and what not any more.
    void guaranteeHeadline() {
        for (const auto& [guarantees, frame] :
             {std::pair{&cases_.guaranteesLost, Phrase::ChangeGuaranteeGone},
              std::pair{&cases_.guaranteesGained, Phrase::ChangeGuaranteeNew}}) {
            for (const compare::ToldGuarantee& each : *guarantees) {
                say(phrase(frame, each.text));
            }
        }
    }

    void caseHeadline() {
        if (cases_.tooLarge) {
            return;
        }
        if (!cases_.wasDecided && !cases_.isDecided) {
            say(phrase(Phrase::ChangeUndecidedBoth));
            return;
        }
        if (!cases_.wasDecided) say(phrase(Phrase::ChangeUndecidedBefore));
        if (!cases_.isDecided) say(phrase(Phrase::ChangeUndecidedAfter));
        if (cases_.changed.crisp == 0) {
            say(phrase(Phrase::ChangeNoCase, cases_.all.crisp));
        } else {
            say(phrase(Phrase::ChangeCaseHeadlineWith,
                       phrase(Phrase::ChangeCaseHeadline, cases_.changed.crisp, cases_.all.crisp), effects(false)));
        }
        if (cases_.changed.inDoubt > 0) {
            say(phrase(Phrase::ChangeCaseHeadlineWith,
                       phrase(Phrase::ChangeDoubtHeadline, cases_.changed.inDoubt, cases_.all.inDoubt),
                       effects(true)));
        } else if (cases_.changed.crisp == 0) {
            say(phrase(Phrase::ChangeNoCaseDoubt, cases_.all.inDoubt));
        }
        const auto weakened = cases_.weakened.crisp + cases_.weakened.inDoubt;
        const auto open = cases_.uncovered.crisp + cases_.uncovered.inDoubt;
        if (weakened > 0 && open == 0) {
            say(phrase(Phrase::ChangeAcceptedAll, weakened));
        } else if (weakened > 0 && open < weakened) {
            say(phrase(Phrase::ChangeAcceptedSome, weakened, open));
        }
    }

    void otherHeadlines() {
        const std::size_t statements = difference_.count(true);
        if (statements > 0) {
            say(phrase(Phrase::ChangeDutiesHeadline, statements));
        }
        for (const auto& [flip, frame] : {std::pair{compare::Flip::Worse, Phrase::ChangeVerdictsWorse},
                                          std::pair{compare::Flip::Unclear, Phrase::ChangeVerdictsUnclear},
                                          std::pair{compare::Flip::Better, Phrase::ChangeVerdictsBetter}}) {
            std::vector<Localized> ids;
            std::vector<Localized> titles;
            for (const compare::VerdictChange& each : difference_.verdicts) {
                if (each.flip == flip) {
                    ids.push_back(support::same(each.norm->id));
                    titles.push_back(phrase(Phrase::ChangeInBrackets, each.norm->id, each.norm->title));
                }
            }
            if (!ids.empty()) {
                say(phrase(frame, ids.size(), baseline::listed(ids.size() <= kMostTitles ? titles : ids)));
            }
        }
        if (cases_.groups.empty() && statements == 0 && difference_.verdicts.empty() && !cases_.tooLarge) {
            outline_.headline = {in(phrase(Phrase::ChangeNoMeaning))};
        }
    }

    void caseSection() {
        if (!cases_.groups.empty()) {
            addCases(section(ChangeSectionKind::Cases, Phrase::SectionCases), cases_,
                     placeOf(*report_.sources, compared_.after.protocol->span), language_);
        }
    }

    ChangeItem itemOf(const compare::StatementChange& change) const {
        ChangeItem item;
        item.word = wordOf(change.kind);
        Localized title = change.title;
        if (!change.place.isEmpty()) {
            title = phrase(Phrase::StatementAt, title, change.place);
        }
        switch (change.kind) {
        case compare::ChangeKind::Appeared:
            title = phrase(Phrase::StatementAppeared, title);
            break;
        case compare::ChangeKind::Vanished:
            title = phrase(Phrase::StatementVanished, title);
            item.look = ChangeLook::Look;
            break;
        case compare::ChangeKind::Renamed:
        case compare::ChangeKind::Changed:
            if (!change.formerTitle.isEmpty()) {
                title = phrase(Phrase::StatementRenamed, change.formerTitle, title);
            }
            break;
        }
        item.text = in(title);
        if (const model::Origin* origin = change.after != nullptr ? change.after : change.before) {
            item.at = placeOf(*report_.sources, origin->span);
        } else {
            item.at = placeOf(*report_.sources, compared_.after.protocol->span);
        }
        const bool comesOrGoes = change.kind == compare::ChangeKind::Appeared || change.kind == compare::ChangeKind::Vanished;
        for (const compare::AspectChange& each : change.aspects) {
            if (item.details.size() == kMostAspects) {
                break;
            }
            const Localized whole = baseline::listed(each.after.empty() ? each.before : each.after);
            // A role beside a word of the library can be called the same; another aspect tells what changed.
            if (change.aspects.size() > 1 && baseline::listed(each.before).in(language_) ==
                                                 baseline::listed(each.after).in(language_)) {
                continue;
            }
            item.details.push_back({in(nameOf(each.aspect)), {in(comesOrGoes ? whole : told(each))}});
        }
        return item;
    }

    void statementSection(bool bearsMeaning) {
        ChangeSection section;
        section.kind = bearsMeaning ? ChangeSectionKind::Statements : ChangeSectionKind::SameMeaning;
        section.heading = in(phrase(bearsMeaning ? Phrase::SectionStatements : Phrase::SectionSameMeaning));
        // What goes is read first, then what changes; what comes takes nothing away.
        std::array<std::vector<ChangeItem>, 3> parts;
        for (const compare::StatementChange& change : difference_.statements) {
            const bool isMeaning = change.bearsMeaning && change.kind != compare::ChangeKind::Renamed;
            if (isMeaning == bearsMeaning) {
                const std::size_t part = change.kind == compare::ChangeKind::Vanished   ? 0
                                         : change.kind == compare::ChangeKind::Appeared ? 2
                                                                                        : 1;
                parts[part].push_back(itemOf(change));
            }
        }
        if (bearsMeaning) {
            section.intro.push_back(in(diagnostics::sentence(
                phrase(Phrase::SectionStatementCounts, parts[0].size(), parts[1].size(), parts[2].size()))));
        }
        for (std::vector<ChangeItem>& part : parts) {
            std::move(part.begin(), part.end(), std::back_inserter(section.items));
        }
        if (!section.items.empty()) {
            outline_.sections.push_back(std::move(section));
        }
    }

    /// By layer: law and norms are never mixed.
    void verdictSection() {
        std::optional<model::Layer> layer;
        for (const compare::VerdictChange& change : difference_.verdicts) {
            if (layer != change.norm->layer) {
                layer = change.norm->layer;
                ChangeSection& section = this->section(ChangeSectionKind::Verdicts, Phrase::SectionVerdicts);
                section.heading = in(phrase(Phrase::ChangeDated, phrase(Phrase::SectionVerdicts), nameOf(*layer)));
            }
            ChangeItem& item = outline_.sections.back().items.emplace_back();
            item.word = "verdict";
            item.look = change.flip == compare::Flip::Worse    ? ChangeLook::Worse
                        : change.flip == compare::Flip::Better ? ChangeLook::Better
                                                               : ChangeLook::Look;
            item.text = in(told(change));
            const baseline::NormResult& shown = change.after != nullptr ? *change.after : *change.before;
            // That a norm is met was just said.
            const bool tellsMore = change.after != nullptr && shown.status != baseline::Status::Satisfied;
            if (tellsMore && !shown.message.isEmpty()) {
                item.details.push_back({in(phrase(Phrase::GroupAfter)), {sentence(shown.message)}});
            }
            item.at = placeOf(*report_.sources, shown.evidence.empty() ? compared_.after.protocol->span
                                                                      : shown.evidence.front().span);
        }
    }

    void findings() {
        if (difference_.findings.empty()) {
            return;
        }
        ChangeSection& section = this->section(ChangeSectionKind::Findings, Phrase::SectionFindings);
        for (const diagnostics::Diagnostic& each : difference_.findings) {
            ChangeItem& item = section.items.emplace_back();
            const diagnostics::DiagnosticInfo& info = diagnostics::info(each.id);
            item.look = each.severity == diagnostics::Severity::Error ? ChangeLook::Worse : ChangeLook::Look;
            item.word = std::string(wordOf(each.severity)) + " " + std::string(info.code);
            item.mark = std::string(info.code);
            item.text = sentence(support::same(diagnostics::renderMessage(each, language_)));
            if (const std::string remedy = diagnostics::renderRemedy(each, language_); !remedy.empty()) {
                item.details.push_back({in(diagnostics::wording(diagnostics::Wording::LabelRemedy)),
                                        {sentence(support::same(remedy))}});
            }
            item.at = placeOf(*report_.sources, each.span);
        }
    }

    void acceptanceSection() {
        ChangeSection section;
        section.kind = ChangeSectionKind::Acceptances;
        section.heading = in(phrase(Phrase::SectionAcceptances));
        for (const compare::UsedAcceptance& used : cases_.accepted) {
            if (isNone(used.cases)) {
                continue;
            }
            const model::Acceptance& each = *used.acceptance;
            ChangeItem& item = section.items.emplace_back();
            item.word = "accepted";
            item.text = in(phrase(Phrase::AcceptanceText,
                                  each.label.empty() ? phrase(Phrase::AcceptanceUntitled) : support::same(each.label),
                                  each.reason, each.decidedBy, support::same(each.until.str())));
            item.count = in(compare::countText(used.cases));
            item.at = placeOf(*report_.sources, each.span);
        }
        if (!section.items.empty()) {
            outline_.sections.push_back(std::move(section));
        }
    }

    void accountSection() {
        ChangeSection& section = this->section(ChangeSectionKind::Account, Phrase::SectionAccount);
        for (const Localized& text : accountOf(report_, compared_)) {
            section.intro.push_back(in(text));
        }
    }

    const ChangeReport& report_;
    const ComparedProtocol& compared_;
    const compare::Difference& difference_;
    const compare::CasesDifference& cases_;
    Language language_;
    ChangeOutline outline_;
};

} // namespace

ChangeOutline outlineOf(const ChangeReport& report, const ComparedProtocol& compared, Language language) {
    return OutlineMaker(report, compared, language).make();
}

} // namespace meldc::emit
