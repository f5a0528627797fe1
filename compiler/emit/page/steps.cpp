#include "emit/page/data.h"

#include "emit/flow/flow.h"

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

Data stepData(const PageContext& context, std::uint32_t index) {
    const model::Step& step = context.protocol.steps[index];
    const Sentences& made = context.sentences;
    Data data = statement(context, step.label, step.origin);
    data.set("id", step.id);
    DataList lines;
    for (const model::NamesStatement& one : step.functions) {
        lines.push_back(statement(context, made.stepFunction(one), one.origin));
    }
    for (const model::StepOrder& one : step.order) {
        lines.push_back(statement(context, made.of(one), one.origin));
    }
    addActors(lines, context, step.performers, ActorSlot::StepPerformer);
    data.set("has_performers", !step.performers.empty());
    for (const model::Involvement& one : step.participants) {
        lines.push_back(statement(context, made.participant(one), one.origin));
    }
    for (const model::Involvement& one : step.consults) {
        lines.push_back(statement(context, made.consult(one, step.performers), one.origin));
    }
    addActors(lines, context, step.owners, ActorSlot::Owner);
    addActors(lines, context, step.deciders, ActorSlot::Decider);
    put(data, "lines", std::move(lines));
    put(data, "explanations", explanationsOf(context, step.explanations, kBelowThing));
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
            Data data = statement(context, context.sentences.of(edge), edge.origin);
            data.set("answer", capital(words.answer(answer)));
            answers.push_back(std::move(data));
            isSaid = true;
        }
    }
    if (!isSaid) {
        Data data = statement(context, context.sentences.hole(question, answer), {});
        data.set("answer", capital(words.answer(answer)));
        data.set("is_hole", true);
        answers.push_back(std::move(data));
    }
}

Data questionData(const PageContext& context, const model::Question& question) {
    const Sentences& made = context.sentences;
    Data data = statement(context, question.label, question.origin);
    data.set("id", question.id);
    DataList conditions;
    for (const model::ConditionStatement& one : question.yesWhen) {
        conditions.push_back(statement(context, made.yesWhen(one), one.origin));
    }
    put(data, "conditions", std::move(conditions));
    DataList details;
    addActors(details, context, question.performers, ActorSlot::QuestionPerformer);
    for (const model::Involvement& one : question.participants) {
        details.push_back(statement(context, made.participant(one), one.origin));
    }
    for (const model::RestsOn& one : question.restsOn) {
        details.push_back(statement(context, made.of(one), one.origin));
    }
    put(data, "details", std::move(details));
    // Too long for the column of the question: it gets the width of the table.
    put(data, "explanations", explanationsOf(context, question.explanations, kBelowThing));
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

} // namespace

DataList explanationsOf(const PageContext& context,
                        const std::vector<model::Explanation>& statements, int headingLevel) {
    DataList list;
    for (const model::Explanation& one : statements) {
        const std::string* text = context.input.prose == nullptr ? nullptr : context.input.prose->find(one);
        Data data = statement(context, one.text, one.origin);
        put(data, "html", text == nullptr ? std::string() : proseHtml(proseOf(*text), headingLevel));
        list.push_back(std::move(data));
    }
    return list;
}

void addActors(DataList& list, const PageContext& context,
               const std::vector<model::ActorStatement>& statements, ActorSlot slot) {
    for (const model::ActorStatement& one : statements) {
        list.push_back(statement(context, context.sentences.of(one, slot), one.origin));
    }
}

DataList dutiesOf(const PageContext& context, model::HomeKind home, std::uint32_t index) {
    DataList list;
    for (const model::Modality modality : kModalities) {
        for (const model::Task& task : context.protocol.tasks) {
            if (task.home.kind != home || task.modality != modality ||
                (home != model::HomeKind::Unit && task.home.index != index)) {
                continue;
            }
            Data data = statement(context, context.sentences.of(task), task.origin);
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
        frameworks.push_back(statement(context, context.sentences.of(use), use.origin));
        for (const model::NamesStatement& one : use.grounds) {
            frameworks.push_back(
                statement(context, context.sentences.frameworkGrounds(one), one.origin));
        }
    }
    put(page, "frameworks", std::move(frameworks));
    DataList counts;
    for (const model::CountsAs& one : context.protocol.countsAs) {
        counts.push_back(statement(context, context.sentences.of(one), one.origin));
    }
    put(page, "counts_as", std::move(counts));
    const auto& worlds = *context.input.decider.selected;
    const PageWords words(context.vocabulary, worlds.front());
    const flow::Flow drawn = flow::questionsOf(worlds.front(), words);
    put(page, "diagram", flow::svg(drawn, flow::Form::Across));
    put(page, "diagram_down", flow::svg(drawn, flow::Form::Down));
    put(page, "diagram_note",
        worlds.size() > 1
            ? say(Phrase::PageFirstReading)
            : std::string());
}

} // namespace meldc::emit
