#include "emit/page_data.h"

#include "emit/page_diagram.h"

#include <array>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

constexpr std::array<model::Modality, 3> kModalities{
    model::Modality::Must, model::Modality::May, model::Modality::MayNot};

std::string modalityLook(model::Modality modality) {
    return modality == model::Modality::Must  ? "must"
           : modality == model::Modality::May ? "may"
                                              : "may-not";
}

DataList actorsOf(const PageContext& context, const std::vector<model::ActorStatement>& statements,
                  Phrase which) {
    DataList list;
    for (const model::ActorStatement& one : statements) {
        list.push_back(statement(context, capital(say(which, context.words.actor(one.actor))),
                                 one.origin));
    }
    return list;
}

DataList plainActorsOf(const PageContext& context,
                       const std::vector<model::ActorStatement>& statements) {
    DataList list;
    for (const model::ActorStatement& one : statements) {
        list.push_back(statement(context, capital(context.words.actor(one.actor)), one.origin));
    }
    return list;
}

DataList involvementsOf(const PageContext& context,
                        const std::vector<model::Involvement>& statements) {
    DataList list;
    for (const model::Involvement& one : statements) {
        list.push_back(
            statement(context, capital(context.words.involvement(one)), one.origin));
    }
    return list;
}

DataList explanationsOf(const PageContext& context,
                        const std::vector<model::Explanation>& statements) {
    DataList list;
    for (const model::Explanation& one : statements) {
        if (!one.fromFile) {
            list.push_back(statement(context, one.text, one.origin));
        }
    }
    return list;
}

Data stepData(const PageContext& context, std::uint32_t index) {
    const model::Step& step = context.protocol.steps[index];
    const PageWords& words = context.words;
    Data data = statement(context, step.label, step.origin);
    data.set("id", step.id);
    DataList functions;
    for (const model::NamesStatement& one : step.functions) {
        functions.push_back(statement(context, words.concepts(one.names), one.origin));
    }
    put(data, "functions", std::move(functions));
    put(data, "performers", plainActorsOf(context, step.performers));
    put(data, "participants", involvementsOf(context, step.participants));
    put(data, "consults", involvementsOf(context, step.consults));
    put(data, "owners", plainActorsOf(context, step.owners));
    put(data, "deciders", plainActorsOf(context, step.deciders));
    DataList order;
    for (const model::StepOrder& one : step.order) {
        order.push_back(statement(
            context,
            capital(say(one.after ? Phrase::PageAfter : Phrase::PageBefore, one.step)),
            one.origin));
    }
    put(data, "order", std::move(order));
    put(data, "explanations", explanationsOf(context, step.explanations));
    put(data, "duties", dutiesOf(context, model::HomeKind::Step, index));
    return data;
}

/// All that is said of one answer; nothing said is said as such.
void addAnswers(DataList& answers, const PageContext& context, const model::Question& question,
                model::Answer answer) {
    const PageWords& words = context.words;
    bool isSaid = false;
    for (const model::Edge& edge : question.edges) {
        if (edge.answer == answer) {
            Data data = statement(context, capital(words.edge(edge)), edge.origin);
            data.set("answer", capital(words.answer(answer)));
            answers.push_back(std::move(data));
            isSaid = true;
        }
    }
    if (!isSaid) {
        Data data = statement(context, capital(say(Phrase::PageThenNothing)), {});
        data.set("answer", capital(words.answer(answer)));
        data.set("is_hole", true);
        answers.push_back(std::move(data));
    }
}

Data questionData(const PageContext& context, const model::Question& question) {
    const PageWords& words = context.words;
    Data data = statement(context, question.label, question.origin);
    data.set("id", question.id);
    DataList conditions;
    for (const model::ConditionStatement& one : question.yesWhen) {
        conditions.push_back(statement(context, words.condition(one.condition), one.origin));
    }
    put(data, "conditions", std::move(conditions));
    DataList details = actorsOf(context, question.performers, Phrase::PagePerformer);
    for (const model::Involvement& one : question.participants) {
        details.push_back(statement(
            context, capital(say(Phrase::PageTogether, words.involvement(one))), one.origin));
    }
    for (const model::RestsOn& one : question.restsOn) {
        details.push_back(statement(
            context, capital(say(Phrase::PageRests, PageWords::ranges(one.steps))), one.origin));
    }
    put(data, "details", std::move(details));
    // Too long for the column of the question: it gets the width of the table.
    put(data, "explanations", explanationsOf(context, question.explanations));
    DataList answers;
    for (const model::Answer answer :
         {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
        addAnswers(answers, context, question, answer);
    }
    data.set("rows", std::to_string(answers.size()));
    // The first answer shares its row with the question itself.
    data.set("first", DataList{answers.front()});
    data.set("others", DataList(answers.begin() + 1, answers.end()));
    return data;
}

std::string frameworkText(const PageContext& context, const model::FrameworkUse& use) {
    if (!use.openTerm.empty()) {
        std::string text = say(Phrase::PageFrameworkOpen, use.openTerm);
        if (!use.candidates.empty()) {
            text += "; " + say(Phrase::PageCandidates, PageWords::listed(use.candidates, true));
        }
        return text;
    }
    if (use.name.empty()) {
        return say(Phrase::PageFrameworkOwn);
    }
    const model::FrameworkDecl* framework =
        context.input.decider.library->findFramework(use.name);
    return framework == nullptr ? use.name : framework->label;
}

} // namespace

DataList dutiesOf(const PageContext& context, model::HomeKind home, std::uint32_t index) {
    DataList list;
    for (const model::Modality modality : kModalities) {
        for (const model::Task& task : context.protocol.tasks) {
            if (task.home.kind != home || task.modality != modality ||
                (home != model::HomeKind::Unit && task.home.index != index)) {
                continue;
            }
            Data data = statement(context, context.words.duty(task), task.origin);
            data.set("who", capital(context.words.actor(task.actor)));
            data.set("modality", context.words.modality(modality));
            data.set("look", modalityLook(modality));
            list.push_back(std::move(data));
        }
    }
    return list;
}

void addSteps(Data& page, const PageContext& context) {
    DataList steps;
    for (std::uint32_t i = 0; i < context.protocol.steps.size(); ++i) {
        steps.push_back(stepData(context, i));
    }
    put(page, "steps", std::move(steps));
}

void addQuestions(Data& page, const PageContext& context) {
    DataList questions;
    for (const model::Question& question : context.protocol.questions) {
        questions.push_back(questionData(context, question));
    }
    put(page, "questions", std::move(questions));
    DataList frameworks;
    for (const model::FrameworkUse& use : context.protocol.frameworks) {
        frameworks.push_back(
            statement(context, capital(frameworkText(context, use)), use.origin));
    }
    put(page, "frameworks", std::move(frameworks));
    DataList counts;
    for (const model::CountsAs& one : context.protocol.countsAs) {
        counts.push_back(statement(context,
                                   capital(say(Phrase::PageCountsAs,
                                               context.words.label(one.fact),
                                               context.words.label(one.as))) + ".",
                                   one.origin));
    }
    put(page, "counts_as", std::move(counts));
    const auto& worlds = *context.input.decider.selected;
    const PageWords words(context.vocabulary, worlds.front());
    put(page, "diagram", diagram(worlds.front(), words, DiagramForm::Across));
    put(page, "diagram_down", diagram(worlds.front(), words, DiagramForm::Down));
    put(page, "diagram_note",
        worlds.size() > 1
            ? capital(diagnostics::phrase(context.input.decider.worlds->truncated
                                              ? Phrase::PageFirstOfMany
                                              : Phrase::PageFirstWorld,
                                          worlds.size())
                          .nl) +
                  "."
            : std::string());
}

} // namespace meldc::emit
