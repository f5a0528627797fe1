#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"
#include "emit/flow/flow.h"
#include "emit/publication/unpromised.h"
#include "emit/words.h"

#include <algorithm>
#include <iterator>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

} // namespace

std::vector<PublishedStatement> decidersOf(const model::Protocol& protocol, const Sentences& sentences,
                                           const model::Decision& decision) {
    std::vector<PublishedStatement> lines;
    const auto add = [&](const std::vector<model::ActorStatement>& statements, ActorSlot slot) {
        for (const model::ActorStatement& one : statements) {
            lines.emplace_back(sentences.of(one, slot), &one.origin);
        }
    };
    add(decision.owners, ActorSlot::Owner);
    add(decision.deciders, ActorSlot::Decider);
    const bool isSaidHere = !lines.empty();
    add(decision.reporters, ActorSlot::Reporter);
    // A step may say in general what a decision in it says in another way, or not.
    std::vector<PublishedStatement> inStep;
    if (decision.step.isValid()) {
        const model::Step& step = protocol.steps[decision.step.value];
        std::swap(lines, inStep);
        add(step.owners, ActorSlot::Owner);
        add(step.deciders, ActorSlot::Decider);
        std::swap(lines, inStep);
        // What is the same in both places is told once; what this place says in one reading only, the step says in all.
        std::erase_if(inStep, [&](const PublishedStatement& one) {
            return std::any_of(lines.begin(), lines.end(), [&](const PublishedStatement& here) {
                return here.text == one.text && here.origin->guards.empty() && !here.origin->variant && !here.origin->draft;
            });
        });
        for (PublishedStatement& line : inStep) {
            line.text = say(Phrase::PubInStep, step.id, line.text);
        }
    }
    if (!isSaidHere) {
        lines.emplace_back(say(inStep.empty() ? Phrase::PubNoDecider : Phrase::PubNoDeciderHere), nullptr);
    }
    std::move(inStep.begin(), inStep.end(), std::back_inserter(lines));
    return lines;
}

bool isStepExcepted(const model::Protocol& protocol, const model::Exception& exception, std::uint32_t index) {
    const auto& functions = protocol.steps[index].functions;
    return (exception.step.isValid() && exception.step.value == index) ||
           std::any_of(functions.begin(), functions.end(), [&](const model::NamesStatement& each) {
               return std::find(each.names.begin(), each.names.end(), exception.on) != each.names.end();
           });
}

document::Blocks PublicationWriter::answerCell(const model::Question& question, model::Answer answer) const {
    doc::Blocks blocks;
    for (const model::Edge& edge : question.edges) {
        if (edge.answer == answer) {
            blocks.push_back(doc::Paragraph{runsOf(sentences_->of(edge), edge.origin)});
        }
    }
    if (blocks.empty()) {
        blocks.push_back(doc::Paragraph{doc::text(sentences_->hole(question, answer)), doc::Kind::Body, doc::Tone::Change});
    }
    return blocks;
}

document::Row PublicationWriter::questionRow(const model::Question& question) const {
    doc::Blocks about;
    doc::Runs title = runsOf(say(Phrase::PubQuestionTitle, question.id, question.label), question.origin);
    title.front().look = doc::Look::Strong;
    about.push_back(doc::Paragraph{std::move(title)});
    Statements lines;
    for (const model::ConditionStatement& one : question.yesWhen) {
        lines.emplace_back(sentences_->yesWhen(one), &one.origin);
    }
    if (question.yesWhen.empty()) {
        lines.emplace_back(say(Phrase::PubOwnJudgement), nullptr);
    }
    actors(lines, question.performers, ActorSlot::QuestionPerformer);
    for (const model::Involvement& one : question.participants) {
        lines.emplace_back(sentences_->participant(one), &one.origin);
    }
    if (isHandbook()) {
        for (const model::RestsOn& one : question.restsOn) {
            lines.emplace_back(sentences_->of(one), &one.origin);
        }
    }
    for (const Statement& line : lines) {
        about.push_back(doc::Paragraph{runsOf(line)});
    }
    for (doc::Block& block : prose(question.explanations, 0)) {
        about.push_back(std::move(block));
    }
    doc::Row row;
    row.cells.push_back({std::move(about)});
    for (const model::Answer answer : kAnswers) {
        row.cells.push_back({answerCell(question, answer)});
    }
    return row;
}

void PublicationWriter::brokenPromises() {
    doc::Notice notice;
    for (const std::string& text : brokenByQuestions(input_, *sentences_)) {
        notice.content.push_back(doc::paragraph(text));
    }
    if (notice.content.empty()) {
        return;
    }
    const std::string ask = askInClash(vocabulary_, protocol_);
    notice.content.push_back(doc::paragraph(say(Phrase::PubClashSeen) + (ask.empty() ? "" : " " + ask)));
    add(std::move(notice));
}

void PublicationWriter::questions() {
    if (protocol_.questions.empty()) {
        return;
    }
    heading(1, say(Phrase::PubQuestions), "questions");
    Statements lines;
    for (const model::FrameworkUse& use : protocol_.frameworks) {
        lines.emplace_back(sentences_->of(use), &use.origin);
        for (const model::NamesStatement& one : use.grounds) {
            lines.emplace_back(sentences_->frameworkGrounds(one), &one.origin);
        }
    }
    for (const model::CountsAs& one : protocol_.countsAs) {
        lines.emplace_back(sentences_->of(one), &one.origin);
    }
    paragraphs(lines);
    brokenPromises();
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubQuestionsCaption));
    table.header = {doc::text(say(Phrase::PubColumnQuestion))};
    for (const model::Answer answer : kAnswers) {
        table.header.push_back(doc::text(capital(words_.answer(answer))));
    }
    table.widths = {4, 3, 3, 3};
    isClashTold_ = true;
    for (const model::Question& question : protocol_.questions) {
        table.rows.push_back(questionRow(question));
    }
    isClashTold_ = false;
    add(std::move(table));
    const auto& worlds = *input_.decider.selected;
    const PageWords words(vocabulary_, worlds.front());
    const flow::Flow drawn = flow::questionsOf(worlds.front(), words, &*sentences_);
    const std::string across = flow::svg(drawn, flow::Form::Across);
    if (isHandbook() && !across.empty()) {
        // With the drawing: where there is none, nothing is said of one.
        const std::string title = say(Phrase::PubDrawing);
        add(doc::Drawing{doc::text(worlds.size() > 1 ? say(Phrase::PubDrawingOf, title, say(Phrase::PageFirstReading)) : title),
                         across + flow::svg(drawn, flow::Form::Down)});
    }
}

void PublicationWriter::promises(int level) {
    if (protocol_.meldnormen.empty()) {
        return;
    }
    heading(level, say(Phrase::PubPromises), level == 1 ? "promises" : "");
    for (const model::Meldnorm& one : protocol_.meldnormen) {
        doc::Runs title = runsOf(one.label.empty() ? say(Phrase::PubPromisePlain, one.id)
                                                   : say(Phrase::PubPromiseTitle, one.id, one.label),
                                 one.origin);
        title.front().look = doc::Look::Strong;
        add(doc::Paragraph{std::move(title), doc::Kind::Label});
        Statements lines;
        for (const model::Promise& promise : one.promises) {
            lines.emplace_back(sentences_->of(promise), &promise.origin);
        }
        list(lines);
    }
    // On a card the questions themselves stand just above.
    for (const Unpromised& one : level == 1 ? unpromised(input_) : std::vector<Unpromised>()) {
        add(doc::Paragraph{runsOf(alsoPromised(words_, *sentences_, one), one.edge->origin)});
    }
}

void PublicationWriter::decisions() {
    if (protocol_.decisions.empty()) {
        return;
    }
    heading(1, say(Phrase::PubDecisions), "decisions");
    for (const model::Decision& one : protocol_.decisions) {
        const std::string about = sentences_->nouns().labels(one.about, one.oneOf);
        label(one.label.empty() ? capital(about) : one.label);
        Statements lines;
        lines.emplace_back(sentences_->of(one), &one.origin);
        for (Statement& who : decidersOf(protocol_, *sentences_, one)) {
            lines.push_back(std::move(who));
        }
        list(lines);
    }
}

void PublicationWriter::exceptions() {
    if (protocol_.exceptions.empty()) {
        return;
    }
    heading(1, say(Phrase::PubExceptions), "exceptions");
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        const std::string title = say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one));
        heading(2, one.label.empty() ? title : capital(one.label));
        Statements lines;
        if (!one.label.empty()) {
            lines.emplace_back(sentences_->of(one), &one.origin);
        }
        for (const model::ExceptionGround& ground : one.grounds) {
            // A reason is often a list itself: each on a line of its own.
            for (std::size_t name = 0; name < std::max<std::size_t>(ground.names.size(), 1); ++name) {
                model::ExceptionGround single = ground;
                if (!ground.names.empty()) {
                    single.names = {ground.names[name]};
                }
                lines.emplace_back(sentences_->ground(single), &ground.origin);
            }
        }
        for (const model::Origin& origin : one.closed) {
            lines.emplace_back(sentences_->closed(), &origin);
        }
        for (const model::Origin& origin : one.later) {
            lines.emplace_back(sentences_->later(), &origin);
        }
        list(lines);
        duties(model::HomeKind::Exception, i);
        explain(one.explanations, 3);
    }
}

PublicationWriter::Statements PublicationWriter::whoDoes(const model::Topic& topic) const {
    Statements lines;
    if (topic.inapplicable) {
        lines.emplace_back(sentences_->inapplicable(topic), &topic.origin);
    }
    actors(lines, topic.performers, ActorSlot::TopicPerformer);
    for (const model::Involvement& each : topic.consults) {
        lines.emplace_back(sentences_->consult(each, topic.performers), &each.origin);
    }
    for (const model::ExceptionGround& each : topic.thresholds) {
        lines.emplace_back(sentences_->threshold(each), &each.origin);
    }
    return lines;
}

void PublicationWriter::topics() {
    if (protocol_.topics.empty()) {
        return;
    }
    heading(1, say(Phrase::PubTopics), "topics");
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        const model::Topic& one = protocol_.topics[i];
        heading(2, titleOfTopic(i), "topic " + std::to_string(i));
        paragraphs(whoDoes(one));
        explain(one.explanations, 3);
        Statements points;
        const bool isNamed = std::any_of(one.points.begin(), one.points.end(),
                                         [](const model::Point& each) { return each.label.empty(); });
        for (const model::Point& each : one.points) {
            points.emplace_back(each.label.empty() ? capital(vocabulary_[each.point].label.nl) : each.label, &each.origin);
        }
        if (isNamed) {
            label(say(Phrase::PubPoints));
        }
        list(points);
        duties(model::HomeKind::Topic, i);
    }
}

void PublicationWriter::rest() {
    Statements ages;
    for (const model::AgeBand& one : protocol_.ageBands) {
        ages.emplace_back(sentences_->of(one), &one.origin);
    }
    if (!ages.empty()) {
        heading(1, say(Phrase::PubAges), "ages");
        list(ages);
    }
    Statements systems;
    for (const model::SystemDecl& one : protocol_.systems) {
        systems.emplace_back(sentences_->of(one), &one.origin);
    }
    if (!systems.empty()) {
        heading(1, say(Phrase::PubSystems), "systems");
        list(systems);
    }
    const auto isAny = [&](const model::Task& task) { return task.home.kind == model::HomeKind::Unit; };
    if (std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(), isAny)) {
        heading(1, say(Phrase::PubOther), "other");
        duties(model::HomeKind::Unit, 0);
    }
}

} // namespace meldc::emit
