#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// What is written by hand, in millimetres: a word, a few lines.
constexpr int kWordRoom = 6;
constexpr int kLinesRoom = 15;

} // namespace

bool PublicationWriter::ticks(model::HomeKind home, std::uint32_t index, const Choice& isMeant) {
    bool isAny = false;
    for (const auto& [modality, title] : {std::pair{model::Modality::Must, Phrase::PubMust},
                                          std::pair{model::Modality::May, Phrase::PubMay},
                                          std::pair{model::Modality::MayNot, Phrase::PubMayNot}}) {
        const Statements tasks = tasksOf(home, index, modality, isMeant);
        if (!tasks.empty()) {
            isAny = true;
            label(say(title));
            doc::List boxes = listOf(tasks);
            boxes.isTicked = modality != model::Modality::MayNot;
            add(std::move(boxes));
        }
    }
    return isAny;
}

void PublicationWriter::room(const std::string& about, const std::vector<std::string>& names) {
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubRecordCaption, about));
    table.header = {doc::text(say(Phrase::PubColumnWhat)), doc::text(say(Phrase::PubColumnData))};
    table.widths = {2, 5};
    for (const std::string& name : names) {
        doc::Row row;
        row.cells.push_back({{doc::paragraph(name)}});
        const bool isShort = name == say(Phrase::PubRecordDate) || name == say(Phrase::PubRecordBy);
        row.cells.push_back({{doc::Field{name, {}, isShort ? kWordRoom : kLinesRoom}}});
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

std::vector<std::string> PublicationWriter::recordedIn(std::uint32_t step) const {
    std::vector<std::string> names;
    for (const model::Task& task : protocol_.tasks) {
        if (task.home.kind != model::HomeKind::Step || task.home.index != step || task.in.empty() ||
            task.modality == model::Modality::MayNot) {
            continue;
        }
        for (const model::Ref& object : task.objects) {
            const std::string name = capital(sentences_->nouns().label(object));
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

void PublicationWriter::recordSteps() {
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        const std::string title = say(Phrase::PubStepTitle, step.id, step.label);
        heading(1, title);
        together(whoDoes(step));
        ticks(model::HomeKind::Step, i);
        recordQuestions([&](const model::Question& question) { return question.step.isValid() && question.step.value == i; });
        std::vector<std::string> names{say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)};
        for (std::string& name : recordedIn(i)) {
            names.push_back(std::move(name));
        }
        names.push_back(say(Phrase::PubRecordNote));
        room(title, names);
    }
}

void PublicationWriter::recordQuestions(const std::function<bool(const model::Question&)>& isMeant) {
    if (std::none_of(protocol_.questions.begin(), protocol_.questions.end(), isMeant)) {
        return;
    }
    label(say(Phrase::PubQuestions));
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubRecordCaption, say(Phrase::PubQuestions)));
    table.header = {doc::text(say(Phrase::PubColumnQuestion)), doc::text(say(Phrase::PubRecordAnswer)),
                    doc::text(say(Phrase::PubRecordWhy))};
    table.widths = {5, 3, 5};
    for (const model::Question& question : protocol_.questions) {
        if (!isMeant(question)) {
            continue;
        }
        const std::string title = say(Phrase::PubQuestionTitle, question.id, question.label);
        doc::Row row;
        row.cells.push_back({{doc::Paragraph{runsOf(title, question.origin)}}});
        for (const Phrase what : {Phrase::PubRecordAnswer, Phrase::PubRecordWhy}) {
            row.cells.push_back({{doc::Field{title + " " + say(what), {}, kWordRoom}}});
        }
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

void PublicationWriter::recordDecisions() {
    for (const model::Decision& one : protocol_.decisions) {
        const std::string title =
            one.label.empty() ? capital(sentences_->nouns().labels(one.about, one.oneOf)) : one.label;
        heading(1, say(Phrase::PubRecordDecided) + ": " + title);
        together(decidersOf(protocol_, *sentences_, one));
        room(title, {say(Phrase::PubRecordDecided), say(Phrase::PubRecordWhy), say(Phrase::PubRecordDate),
                     say(Phrase::PubRecordBy)});
    }
}

/// What stands elsewhere and is written down as well.
void PublicationWriter::recordRest() {
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        heading(1, one.label.empty() ? say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one))
                                     : say(Phrase::PubExceptions) + ": " + one.label);
        Statements grounds;
        for (const model::ExceptionGround& ground : one.grounds) {
            grounds.emplace_back(sentences_->ground(ground), &ground.origin);
        }
        doc::List boxes = listOf(grounds);
        boxes.isTicked = true;
        if (!boxes.items.empty()) {
            add(std::move(boxes));
        }
        ticks(model::HomeKind::Exception, i);
        room(one.label.empty() ? say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one)) : one.label,
             {say(Phrase::PubRecordWhy), say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)});
    }
    const auto isRecorded = [](const model::Task& task) { return !task.in.empty(); };
    const auto hasRecorded = [&](model::HomeKind home, std::uint32_t index) {
        return std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(), [&](const model::Task& task) {
            return task.home.kind == home && (home == model::HomeKind::Unit || task.home.index == index) && isRecorded(task);
        });
    };
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        if (hasRecorded(model::HomeKind::Topic, i)) {
            const model::Topic& one = protocol_.topics[i];
            heading(1, capital(one.label.empty() ? vocabulary_[one.topic].label.nl : one.label));
            ticks(model::HomeKind::Topic, i, isRecorded);
        }
    }
    if (hasRecorded(model::HomeKind::Unit, 0)) {
        heading(1, say(Phrase::PubOther));
        ticks(model::HomeKind::Unit, 0, isRecorded);
    }
}

void PublicationWriter::record() {
    add(doc::Paragraph{doc::text(say(Phrase::PubRecordAbout)), doc::Kind::Lead});
    notice();
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        const model::Route& route = protocol_.routes[i];
        heading(1, say(Phrase::PubNow) + ": " + (route.label.empty() ? capital(route.id) : route.label));
        add(doc::Paragraph{runsOf(sentences_->of(route), route.origin)});
        ticks(model::HomeKind::Route, i);
        room(route.label.empty() ? capital(route.id) : route.label,
             {say(Phrase::PubRecordDate), say(Phrase::PubRecordBy), say(Phrase::PubRecordSaid)});
    }
    recordSteps();
    recordQuestions([](const model::Question& question) { return !question.step.isValid(); });
    recordDecisions();
    recordRest();
}

} // namespace meldc::emit
