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

std::optional<model::Ref> firstOf(const std::vector<model::Ref>& files) {
    return files.empty() ? std::nullopt : std::optional(files.front());
}

/// Whether a name is of a person whom the code may be about, and not of several beside that person.
bool isPerson(const model::Concept& name) {
    return name.kind == model::ConceptKind::Concerned && !name.isPlural;
}

/// Whom a form of this code is about: the narrowest name for all with whom the organisation works; without any, the
/// widest that there is.
std::optional<model::ConceptId> personOf(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    std::vector<model::ConceptId> all;
    for (const model::NamesStatement& statement : protocol.worksWith) {
        std::copy_if(statement.names.begin(), statement.names.end(), std::back_inserter(all),
                     [&](model::ConceptId id) { return isPerson(vocabulary[id]); });
    }
    std::optional<model::ConceptId> best;
    for (std::uint32_t i = 0; i < vocabulary.concepts.size(); ++i) {
        const model::ConceptId id{i};
        const bool isForAll = all.empty() ? vocabulary[id].fallsUnder.empty()
                                          : std::all_of(all.begin(), all.end(), [&](model::ConceptId each) {
                                                return vocabulary.fallsUnder(each, id);
                                            });
        if (isPerson(vocabulary[id]) && isForAll && (!best || vocabulary.fallsUnder(id, *best))) {
            best = id;
        }
    }
    return best;
}

} // namespace

void PublicationWriter::room(const std::string& about, const std::vector<std::string>& names, bool isShort) {
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubRecordCaption, capital(about)));
    table.header = {doc::text(say(Phrase::PubColumnWhat)), doc::text(say(Phrase::PubColumnData))};
    table.widths = {2, 5};
    for (const std::string& name : names) {
        doc::Row row;
        row.cells.push_back({{doc::paragraph(name)}});
        const bool isLine = isShort || name == say(Phrase::PubRecordDate) || name == say(Phrase::PubRecordBy);
        row.cells.push_back({{doc::Field{name, {}, isLine ? kWordRoom : kLinesRoom}}});
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

std::vector<model::Ref> PublicationWriter::filesOf(model::HomeKind home, std::uint32_t index) const {
    std::vector<std::pair<model::Ref, std::size_t>> counts;
    for (const model::Task& task : protocol_.tasks) {
        if (!isAtHome(task, home, index) || task.modality == model::Modality::MayNot) {
            continue;
        }
        for (const model::Ref& file : task.in) {
            auto known = std::find_if(counts.begin(), counts.end(), [&](const auto& each) { return each.first == file; });
            if (known == counts.end()) {
                known = counts.insert(counts.end(), {file, 0});
            }
            ++known->second;
        }
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& one, const auto& other) { return one.second > other.second; });
    std::vector<model::Ref> files;
    for (const auto& [file, count] : counts) {
        files.push_back(file);
    }
    return files;
}

std::vector<std::string> PublicationWriter::recordedIn(model::HomeKind home, std::uint32_t index, const model::Ref& file) const {
    std::vector<std::string> names;
    for (const model::Task& task : protocol_.tasks) {
        const bool isWritten = isAtHome(task, home, index) && task.modality != model::Modality::MayNot &&
                               std::find(task.in.begin(), task.in.end(), file) != task.in.end();
        for (std::size_t i = 0; isWritten && i < task.objects.size(); ++i) {
            const std::string name = capital(sentences_->nouns().label(task.objects[i]));
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

void PublicationWriter::destination(std::optional<model::Ref> file) {
    if (!hasFiles_ && !file) {
        file = onlyFile_;
    }
    if (hasFiles_ || file != file_) {
        add(doc::Paragraph{doc::text(file ? say(Phrase::PubRecordPut, sentences_->nouns().of(*file).text)
                                          : say(Phrase::PubRecordPutWhere),
                                     doc::Look::Strong),
                           doc::Kind::Destination});
    }
    file_ = file;
}

void PublicationWriter::fields(model::HomeKind home, std::uint32_t index, const std::string& about,
                               const std::vector<std::string>& last) {
    const std::vector<model::Ref> files = filesOf(home, index);
    for (std::size_t i = 0; i < std::max<std::size_t>(files.size(), 1); ++i) {
        std::vector<std::string> names{say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)};
        const auto take = [&](const std::vector<std::string>& more) { names.insert(names.end(), more.begin(), more.end()); };
        if (i > 0) {
            destination(files[i]);
        }
        if (!files.empty()) {
            take(recordedIn(home, index, files[i]));
        }
        if (i == 0) {
            take(last);
        }
        room(about, names);
    }
}

void PublicationWriter::recordSteps() {
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        const std::string title = say(Phrase::PubStepTitle, step.id, step.label);
        destination(firstOf(filesOf(model::HomeKind::Step, i)));
        heading(1, title);
        together(whoDoes(step));
        duties(model::HomeKind::Step, i, {}, true);
        recordQuestions([&](const model::Question& question) { return question.step.isValid() && question.step.value == i; });
        fields(model::HomeKind::Step, i, title, {say(Phrase::PubRecordNote)});
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
        destination(one.step.isValid() ? firstOf(filesOf(model::HomeKind::Step, one.step.value)) : std::nullopt);
        heading(1, say(Phrase::PubRecordDecided) + ": " + title);
        list(decidersOf(protocol_, *sentences_, one));
        room(title, {say(Phrase::PubRecordDecided), say(Phrase::PubRecordWhy), say(Phrase::PubRecordDate),
                     say(Phrase::PubRecordBy)});
    }
}

void PublicationWriter::recordExceptions() {
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        const std::string title = say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one));
        destination(firstOf(filesOf(model::HomeKind::Exception, i)));
        heading(1, one.label.empty() ? title : say(Phrase::PubExceptions) + ": " + one.label);
        // A box for each: which of them it was is what has to be known later.
        Statements grounds;
        for (const model::ExceptionGround& ground : one.grounds) {
            for (const model::ConceptId name : ground.names) {
                grounds.emplace_back(vocabulary_[name].label.nl, &ground.origin);
            }
            if (ground.names.empty()) {
                grounds.emplace_back(say(Phrase::PubRecordReasonWords, ground.openTerm), &ground.origin);
            }
        }
        if (!grounds.empty()) {
            label(say(Phrase::PubRecordReason));
            doc::List boxes = listOf(grounds);
            boxes.isTicked = true;
            add(std::move(boxes));
        }
        duties(model::HomeKind::Exception, i, {}, true);
        room(one.label.empty() ? title : one.label,
             {say(Phrase::PubRecordWhy), say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)});
    }
}

/// What stands elsewhere and is written down as well.
void PublicationWriter::recordRest() {
    const auto isRecorded = [](const model::Task& task) { return !task.in.empty(); };
    const auto part = [&](model::HomeKind home, std::uint32_t index, const std::string& title) {
        const std::vector<model::Ref> files = filesOf(home, index);
        if (!files.empty()) {
            destination(files.front());
            heading(1, title);
            duties(home, index, isRecorded, true);
            fields(home, index, title, {});
        }
    };
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        const model::Topic& one = protocol_.topics[i];
        part(model::HomeKind::Topic, i, capital(one.label.empty() ? vocabulary_[one.topic].label.nl : one.label));
    }
    part(model::HomeKind::Unit, 0, say(Phrase::PubOther));
}

void PublicationWriter::recordRoutes() {
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        const model::Route& route = protocol_.routes[i];
        const std::string title = route.label.empty() ? capital(route.id) : route.label;
        destination(firstOf(filesOf(model::HomeKind::Route, i)));
        heading(1, say(Phrase::PubNow) + ": " + title);
        add(doc::Paragraph{runsOf(sentences_->of(route), route.origin)});
        duties(model::HomeKind::Route, i, {}, true);
        fields(model::HomeKind::Route, i, title, {say(Phrase::PubRecordSaid)});
    }
}

void PublicationWriter::recordWhom() {
    const std::optional<model::ConceptId> whom = personOf(vocabulary_, protocol_);
    // The widest word stands for anyone; a narrower one for somebody who is taught or cared for in a group.
    const bool isWide = !whom || vocabulary_[*whom].fallsUnder.empty();
    const std::string title = say(Phrase::PubRecordWhom);
    std::vector<std::string> names;
    if (whom) {
        names.push_back(say(Phrase::PubRecordName, sentences_->nouns().of(*whom).text));
    }
    for (const Phrase name : {Phrase::PubRecordBorn, isWide ? Phrase::PubRecordUnit : Phrase::PubRecordGroup,
                              Phrase::PubRecordBegun, Phrase::PubRecordFirst}) {
        names.push_back(say(name));
    }
    heading(1, title);
    room(title, names, true);
}

void PublicationWriter::record() {
    std::vector<model::Ref> files;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const auto file = firstOf(filesOf(model::HomeKind::Step, i));
        if (file && std::find(files.begin(), files.end(), *file) == files.end()) {
            files.push_back(*file);
        }
    }
    hasFiles_ = files.size() > 1;
    onlyFile_ = hasFiles_ ? std::nullopt : firstOf(files);
    file_ = onlyFile_;
    const std::string where =
        hasFiles_ ? say(Phrase::PubRecordInSeveral)
                  : say(Phrase::PubRecordInOne,
                        onlyFile_ ? sentences_->nouns().of(*onlyFile_).text : say(Phrase::PubRecordFile));
    add(doc::Paragraph{doc::text(where + " " + say(Phrase::PubRecordHow)), doc::Kind::Lead});
    notice();
    recordWhom();
    recordRoutes();
    recordSteps();
    const auto isAlone = [](const model::Question& question) { return !question.step.isValid(); };
    if (std::any_of(protocol_.questions.begin(), protocol_.questions.end(), isAlone)) {
        destination(std::nullopt);
    }
    recordQuestions(isAlone);
    recordDecisions();
    recordExceptions();
    recordRest();
}

} // namespace meldc::emit
