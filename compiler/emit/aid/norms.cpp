#include "emit/aid/data.h"
#include "emit/notices.h"
#include "emit/page/data.h"

#include "baseline/applicability.h"
#include "diagnostics/phrases.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

Json goalData(const model::Goal& goal, AidConsequences& consequences) {
    const auto with = [&](const char* kind) {
        Json list = Json::array({kind});
        for (const model::Goal& operand : goal.operands) {
            list.push_back(goalData(operand, consequences));
        }
        return list;
    };
    switch (goal.kind) {
    case model::GoalKind::Must:
        return {"must", consequences.of(goal.consequence)};
    case model::GoalKind::May:
        return {"may", consequences.of(goal.consequence)};
    case model::GoalKind::Not:
        return with("not");
    case model::GoalKind::And:
        return with("and");
    case model::GoalKind::Or:
        break;
    }
    return with("or");
}

/// Whether the norm is for the protocol, however it is read: only then may the aid say that the code
/// falls short of it.
bool isDue(const AidContext& context, const model::Norm& norm) {
    const Decider& decider = context.input.decider;
    const auto isYes = [](const baseline::Applies& applies) {
        return applies.value == baseline::Tri::Yes;
    };
    return !norm.cap && isYes(baseline::appliesToUnit(norm, context.protocol)) &&
           std::all_of(decider.selected->begin(), decider.selected->end(),
                       [&](const model::Protocol& world) {
                           return isYes(baseline::appliesInWorld(*decider.library, norm, world,
                                                                 !world.isEncoded()));
                       });
}

Json groundsData(const std::vector<baseline::GroundOnDate>& grounds) {
    Json list = Json::array();
    for (const baseline::GroundOnDate& ground : grounds) {
        if (ground.inForce) {
            list.push_back({{"text", ground.text.nl}, {"url", ground.url}});
        }
    }
    return list;
}

/// What a meldnorm of the code promises, in its own words.
std::string promisedText(const AidContext& context, const model::Meldnorm& meldnorm) {
    std::string text;
    for (const model::Promise& one : meldnorm.promises) {
        if (one.modality == model::Modality::Must && !one.origin.draft) {
            text += (text.empty() ? "" : " ") + context.sentences.of(one);
        }
    }
    return text;
}

/// With the place in the document that it was taken from.
std::string withSource(const AidContext& context, const std::string& text,
                       const model::Origin& origin) {
    const std::string source = context.words.source(origin);
    return source.empty() ? text : text + " (" + source + ")";
}

} // namespace

void addNorms(Json& data, AidContext& context) {
    const Decider& decider = context.input.decider;
    data["norms"] = Json::array();
    for (const model::Norm* norm : decider.norms) {
        Json demands = Json::array();
        for (const model::Requirement& one : norm->requirements) {
            if (one.isDemand()) {
                demands.push_back(
                    {{"when", context.variables.condition(*one.when, context.reading)},
                     {"goal", goalData(one.goal, context.consequences)},
                     {"due", !one.cap && isDue(context, *norm)},
                     {"inDoubt", one.alsoInDoubt}});
            }
        }
        if (demands.empty()) {
            continue;
        }
        const auto grounds = baseline::groundsFor(context.vocabulary, *norm, context.protocol,
                                                  context.input.date);
        data["norms"].push_back(
            {{"id", norm->id},
             {"title", norm->title},
             {"layer", nameOf(norm->layer).nl},
             {"demands", std::move(demands)},
             {"grounds", groundsData(grounds)},
             {"reservation",
              baseline::restOnUnreadLaw(grounds) ? say(Phrase::ReportProvisional) : ""}});
    }
    data["meldnormen"] = Json::array();
    for (const model::Meldnorm& one : context.protocol.meldnormen) {
        const std::string promised = promisedText(context, one);
        const bool isPlain = one.label.empty();
        data["meldnormen"].push_back(
            {{"id", one.id},
             {"promised", withSource(context,
                                   isPlain ? say(Phrase::AidConflictPlain, one.id, promised)
                                           : say(Phrase::AidConflictTitled, one.id, one.label,
                                                 promised),
                                   one.origin)},
             {"kept", withSource(context,
                                 capital(isPlain
                                             ? say(Phrase::ProvePromisedPlain, one.id)
                                             : say(Phrase::ProvePromised, one.id, one.label)),
                                 one.origin)}});
    }
}

void addSlots(Json& data, const AidContext& context) {
    const auto sourceOf = [&](const model::Origin& origin) {
        const std::string source = context.words.source(origin);
        return source.empty() ? placeOf(*context.input.sources, origin.span, FileNames::Names).inFile() : source;
    };
    data["slots"] = Json::array();
    for (const model::Ambiguity& one : context.protocol.ambiguities) {
        const std::string label = one.label.empty() ? sourceOf(one.origin) : one.label;
        Json values = Json::array();
        for (std::size_t i = 0; i < one.readings.size(); ++i) {
            values.push_back(one.readings[i].empty()
                                 ? diagnostics::phrase(Phrase::AidNumberedReading,
                                                       support::same(label), i + 1).nl
                                 : say(Phrase::AidReadAs, label, one.readings[i]));
        }
        data["slots"].push_back(std::move(values));
    }
    for (const model::VariantGroup& group : context.protocol.variantGroups) {
        Json values = Json::array();
        for (const auto& statements : group.statements) {
            values.push_back(say(Phrase::AidVariantAs, slotText(group, context.vocabulary),
                                 statements.empty() ? "" : sourceOf(statements.front())));
        }
        data["slots"].push_back(std::move(values));
    }
}

void addPlaces(Json& data, const AidContext& context) {
    std::string documents;
    for (const model::SourceDocument& one : context.protocol.documents) {
        documents += (documents.empty() ? "" : " ") + context.sentences.of(one);
    }
    data["places"] = documents.empty() ? "" : say(Phrase::AidPlaces, documents);
}

} // namespace meldc::emit
