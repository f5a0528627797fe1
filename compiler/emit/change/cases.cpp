#include "emit/change/cases.h"

#include "baseline/story.h"
#include "compare/case_words.h"
#include "emit/change/words.h"

#include <array>

namespace meldc::emit {

using compare::Effect;
using compare::isNone;
using diagnostics::phrase;
using diagnostics::Phrase;
using support::Language;
using support::Localized;

namespace {

/// So many ways to change in one group, and so many conditions, are told; the JSON has them all.
constexpr std::size_t kMostVarieties = 2;
constexpr std::size_t kMostConditions = 3;
/// So many groups of one effect, when it weakens and when it does not.
constexpr std::size_t kMostWeakening = 4;
constexpr std::size_t kMostOthers = 2;

ChangeLook lookOf(const compare::Group& group) {
    if (group.weakens) {
        return ChangeLook::Worse;
    }
    return group.effect == Effect::Stronger || group.effect == Effect::Settled ? ChangeLook::Better
           : group.effect == Effect::Deferred                                  ? ChangeLook::Look
                                                                               : ChangeLook::Plain;
}

class CaseItems {
public:
    CaseItems(const compare::CasesDifference& cases, const At& at, Language language)
        : cases_(cases), at_(at), language_(language) {}

    void addTo(ChangeSection& section) const {
        std::array<std::size_t, compare::kEffects> shown{};
        std::size_t left = 0;
        for (const compare::Group& group : cases_.groups) {
            std::size_t& ofEffect = shown[static_cast<std::size_t>(group.effect)];
            if (ofEffect == (group.weakens ? kMostWeakening : kMostOthers)) {
                ++left;
                continue;
            }
            ++ofEffect;
            ChangeItem& item = section.items.emplace_back();
            item.look = lookOf(group);
            item.word = wordOf(group.effect);
            item.mark = in(nameOf(group.effect));
            item.text = in(group.summary);
            item.count = in(compare::countText(group.cases));
            item.at = at_;
            const auto add = [&](ChangeDetail detail) {
                if (!detail.lines.empty()) item.details.push_back(std::move(detail));
            };
            add(varieties(group));
            add(conditions(group.conditions, Phrase::GroupWhen, group.isCut));
            // A condition for doubt beside the one without says little more; alone it is all there is.
            if (group.conditions.empty()) {
                add(conditions(group.inDoubt, Phrase::GroupWhenDoubt, group.isCut));
            }
            const bool isCertain = group.certain == group.cases;
            if (!isCertain) {
                item.details.push_back(
                    {in(phrase(Phrase::AspectCertainty)),
                     {in(group.premises.empty()
                             ? phrase(Phrase::GroupPerhaps)
                             : phrase(Phrase::GroupOnlyIn, baseline::listed(group.premises)))}});
            }
            add({in(phrase(Phrase::GroupCase)), {in(group.example.story)}});
            add({in(phrase(Phrase::GroupBefore)), {in(group.example.before)}});
            add({in(phrase(Phrase::GroupAfter)), {in(group.example.after)}});
            if (group.weakens && isNone(group.uncovered)) {
                add({in(phrase(Phrase::SectionAcceptances)), {in(compare::countText(group.cases))}});
            } else if (group.weakens && group.uncovered != group.cases) {
                add({in(phrase(Phrase::SectionAcceptances)),
                     {in(phrase(Phrase::GroupUncovered, compare::countText(group.uncovered)))}});
            }
        }
        if (left > 0) {
            section.closing.push_back(in(phrase(Phrase::ChangeMoreGroups, left)));
        }
    }

private:
    std::string in(const Localized& text) const { return text.in(language_); }

    ChangeDetail conditions(const std::vector<compare::GroupCondition>& all, Phrase label,
                            bool isCut) const {
        ChangeDetail detail{in(phrase(label)), {}};
        for (const compare::GroupCondition& each : all) {
            if (detail.lines.size() == kMostConditions) {
                isCut = true;
                break;
            }
            detail.lines.push_back(in(all.size() == 1 ? each.text
                                      : each.further < each.cases
                                          ? phrase(Phrase::GroupOverlap, each.text, each.cases)
                                          : phrase(Phrase::GroupCount, each.text, each.cases)));
        }
        if (isCut) {
            detail.lines.push_back(in(phrase(Phrase::GroupCut)));
        }
        return detail;
    }

    /// The ways to change that a group holds: the most frequent.
    ChangeDetail varieties(const compare::Group& group) const {
        ChangeDetail detail{in(phrase(Phrase::AspectDeed)), {}};
        for (const compare::Variety& each : group.varieties) {
            if (detail.lines.size() == kMostVarieties) {
                detail.lines.emplace_back("…");
                break;
            }
            detail.lines.push_back(in(phrase(Phrase::ChangeInBrackets, each.summary, compare::countText(each.cases))));
        }
        return detail;
    }

    const compare::CasesDifference& cases_;
    const At& at_;
    Language language_;
};

} // namespace

void addCases(ChangeSection& section, const compare::CasesDifference& cases, const At& at, Language language) {
    CaseItems(cases, at, language).addTo(section);
}

} // namespace meldc::emit
