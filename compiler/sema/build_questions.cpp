#include <algorithm>

#include "sema/conditions.h"
#include "sema/protocol_builder.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using model::HomeKind;
using syntax::Statement;
using syntax::StatementKind;

bool ProtocolBuilder::addQuestionPart(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    switch (written.kind) {
        case StatementKind::Framework:
        case StatementKind::OpenFramework:
            addFramework(each, context);
            return true;
        case StatementKind::Question:
            addQuestion(each, context);
            return true;
        case StatementKind::AnswerYes:
            if (context.question.isValid() && written.condition) {
                if (auto condition = resolveCondition(*written.condition, scope_)) {
                    protocol_.questions[context.question.value].yesWhen.push_back(
                        {std::move(*condition), origin(each, context)});
                } else {
                    toldQuestions_.insert(context.question.value);
                }
            }
            return true;
        case StatementKind::Rests:
            if (context.question.isValid()) {
                protocol_.questions[context.question.value].restsOn.push_back(
                    {ranges(written.ranges), origin(each, context)});
            }
            return true;
        case StatementKind::Edge:
            addEdge(each, context);
            return true;
        case StatementKind::Ground:
            addGround(each, context);
            return true;
        case StatementKind::Counts: {
            const auto fact = scope_.fact(written.names[0]);
            const auto as = scope_.fact(written.names[1]);
            if (fact && as) {
                const std::uint32_t index = context.framework.isValid() ? context.framework.value
                                                                        : ownFramework(each, context);
                protocol_.countsAs.push_back(
                    {*fact, *as, origin(each, context), protocol_.frameworks[index].number});
            }
            return true;
        }
        case StatementKind::Meldnorm: {
            model::Meldnorm meldnorm;
            meldnorm.id = written.names[0].text;
            meldnorm.label = written.label ? written.label->text : std::string();
            meldnorm.origin = origin(each, context);
            Context inside = context;
            inside.meldnorm = {static_cast<std::uint32_t>(protocol_.meldnormen.size())};
            protocol_.meldnormen.push_back(std::move(meldnorm));
            addAll(each.block, inside);
            return true;
        }
        case StatementKind::Promise:
            if (context.meldnorm.isValid() && written.condition) {
                auto condition = resolveCondition(*written.condition, scope_);
                if (!condition) return true;
                protocol_.meldnormen[context.meldnorm.value].promises.push_back(
                    {written.modality.value_or(model::Modality::Must),
                     concepts(written.names, {ConceptKind::Consequence}, Wording::AConsequence),
                     std::move(*condition), origin(each, context)});
            }
            return true;
        case StatementKind::Route: {
            if (!written.condition) {
                sink_.add(make<Diag::RouteWithoutCondition>(written.names[0].span, written.names[0].text));
                return true;
            }
            auto condition = resolveCondition(*written.condition, scope_);
            if (!condition) return true;
            model::Route route;
            route.id = written.names[0].text;
            route.label = written.label ? written.label->text : std::string();
            route.condition = std::move(*condition);
            route.step = context.home.step;
            route.origin = origin(each, context);
            const auto index = static_cast<std::uint32_t>(protocol_.routes.size());
            protocol_.routes.push_back(std::move(route));
            Context inside = context;
            inside.home = {HomeKind::Route, index, context.home.step};
            addAll(each.block, inside);
            return true;
        }
        default:
            return false;
    }
}

void ProtocolBuilder::addFramework(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    model::FrameworkUse use;
    use.step = context.home.step;
    use.origin = origin(each, context);
    const auto known = [&](const syntax::Name& name) {
        if (library_.findFramework(name.text) != nullptr) return true;
        std::vector<std::string> candidates;
        for (const model::FrameworkDecl& framework : library_.frameworks) candidates.push_back(framework.name);
        reportUnknownName(sink_, name, diagnostics::wording(Wording::AFramework), candidates);
        return false;
    };
    if (written.kind == StatementKind::OpenFramework) {
        if (written.label) use.openTerm = written.label->text;
        for (const syntax::Name& name : written.names) {
            if (known(name)) use.candidates.push_back(name.text);
        }
    } else if (!written.names.empty() && known(written.names[0])) {
        use.name = written.names[0].text;
    }
    const auto index = static_cast<std::uint32_t>(protocol_.frameworks.size());
    use.number = index;
    protocol_.frameworks.push_back(std::move(use));
    Context inside = context;
    inside.framework = {index};
    for (const LevelStatement& part : each.block) {
        // The version of a framework is not that of the code that applies it.
        if (part.statement->kind == StatementKind::Version && part.statement->label) {
            protocol_.frameworks[index].version = part.statement->label->text;
        } else if (part.statement->kind != StatementKind::Profession &&
                   part.statement->kind != StatementKind::Sector && part.statement->kind != StatementKind::Refers) {
            add(part, inside);
        }
    }
}

std::uint32_t ProtocolBuilder::ownFramework(const LevelStatement& each, const Context& context) {
    auto& frameworks = protocol_.frameworks;
    model::FrameworkUse own;
    own.step = context.home.step;
    own.origin = origin(each, context);
    // One that is there in some readings only is none for what stands in another.
    const auto at = std::find_if(frameworks.begin(), frameworks.end(), [&](const model::FrameworkUse& use) {
        const auto& guards = use.origin.guards;
        return use.step == own.step && (guards.empty() || guards == own.origin.guards);
    });
    if (at != frameworks.end()) return static_cast<std::uint32_t>(at - frameworks.begin());
    const auto index = static_cast<std::uint32_t>(frameworks.size());
    own.number = index;
    frameworks.push_back(std::move(own));
    impliedFrameworks_.push_back(index);
    return index;
}

void ProtocolBuilder::dropImpliedFrameworks() {
    auto& frameworks = protocol_.frameworks;
    const bool isToBeChosen = std::any_of(frameworks.begin(), frameworks.end(), [](const model::FrameworkUse& use) {
        return !use.openTerm.empty() && !use.origin.draft;
    });
    if (!isToBeChosen) return;
    for (auto index = impliedFrameworks_.rbegin(); index != impliedFrameworks_.rend(); ++index) {
        frameworks.erase(frameworks.begin() + static_cast<std::ptrdiff_t>(*index));
    }
}

void ProtocolBuilder::addQuestion(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    const std::uint32_t framework = context.framework.isValid() ? context.framework.value : ownFramework(each, context);
    model::Question question;
    question.framework = protocol_.frameworks[framework].number;
    question.id = written.names[0].text;
    question.label = written.label ? written.label->text : std::string();
    question.step = context.home.step;
    question.origin = origin(each, context);
    Context inside = context;
    inside.question = model::QuestionId{static_cast<std::uint32_t>(protocol_.questions.size())};
    if (written.hasUnread) toldQuestions_.insert(inside.question.value);
    protocol_.questions.push_back(std::move(question));
    addAll(each.block, inside);
}

void ProtocolBuilder::addEdge(const LevelStatement& each, const Context& context) {
    if (!context.question.isValid()) return;
    const Statement& written = *each.statement;
    model::Edge edge;
    edge.answer = written.answer;
    edge.origin = origin(each, context);
    bool hasTarget = false;
    const auto target = [&](model::TargetKind kind) {
        if (hasTarget) sink_.add(make<Diag::EdgeWithTwoTargets>(written.span));
        hasTarget = true;
        edge.target = kind;
    };
    for (const syntax::EdgePart& part : written.edge) {
        switch (part.kind) {
            case syntax::EdgePartKind::Consequence:
                if (const auto id =
                        scope_.concept_(part.name, {ConceptKind::Consequence}, Wording::AConsequence)) {
                    edge.effects.push_back({*id, part.modality.value_or(model::Modality::Must)});
                }
                break;
            case syntax::EdgePartKind::Question:
                target(model::TargetKind::Question);
                references_.push_back({false, part.name});
                edge.question = part.name.text;
                edge.together = actors(part.together);
                break;
            case syntax::EdgePartKind::Step:
                references_.push_back({true, part.name});
                edge.step = part.name.text;
                break;
            case syntax::EdgePartKind::Wait:
                target(model::TargetKind::Wait);
                break;
            case syntax::EdgePartKind::End:
                target(model::TargetKind::End);
                break;
            case syntax::EdgePartKind::Open:
                target(model::TargetKind::Open);
                edge.openTerm = part.name.text;
                break;
        }
    }
    protocol_.questions[context.question.value].edges.push_back(std::move(edge));
}

void ProtocolBuilder::addGround(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    if (context.home.kind == HomeKind::Exception) {
        model::ExceptionGround ground;
        ground.names = concepts(written.names, {ConceptKind::Ground}, Wording::AGround);
        if (written.openTerm) ground.openTerm = written.openTerm->text;
        ground.origin = origin(each, context);
        protocol_.exceptions[context.home.index].grounds.push_back(std::move(ground));
    } else {
        // In a framework of the library the ground stands beside its questions.
        const std::uint32_t index = context.framework.isValid() ? context.framework.value
                                                                : ownFramework(each, context);
        protocol_.frameworks[index].grounds.push_back(
            {concepts(written.names, {ConceptKind::Fact}, Wording::AFact), origin(each, context)});
    }
}

}  // namespace meldc::sema
