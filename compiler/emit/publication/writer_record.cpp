#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"
#include "emit/national_numbers.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// What is written by hand, in millimetres: a word, a few lines.
constexpr int kWordRoom = 6;
constexpr int kLinesRoom = 15;

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
        const auto is = [&](Phrase phrase) { return name == say(phrase); };
        const bool isLine = isShort || is(Phrase::PubRecordDate) || is(Phrase::PubRecordBy) ||
                            is(Phrase::PubRecordDecider) || is(Phrase::PubRecordSign) ||
                            is(Phrase::PubRecordSeen) || is(Phrase::PubRecordAdvised);
        row.cells.push_back({{doc::Field{name, {}, isLine ? kWordRoom : kLinesRoom}}});
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

void PublicationWriter::recordSteps() {
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        const std::string title = say(Phrase::PubStepTitle, step.id, step.label);
        destinationIn(fileOf(model::HomeKind::Step, i), model::HomeKind::Step, i);
        heading(1, title);
        together(whoDoes(step));
        duties(model::HomeKind::Step, i, {}, true);
        recordQuestions([&](const model::Question& question) { return question.step.isValid() && question.step.value == i; });
        std::vector<std::string> more;
        if (i == 0) {
            more.push_back(say(filesOf(model::HomeKind::Step, i).empty() ? Phrase::PubRecordSaid : Phrase::PubRecordSeen));
        }
        if (!step.consults.empty()) {
            more.push_back(say(Phrase::PubRecordAdvised));
        }
        more.push_back(say(Phrase::PubRecordNote));
        fields(model::HomeKind::Step, i, title, more);
        const auto decisions = decisionsIn(i);
        const std::vector<model::Ref> written = filesOfDecisions(i);
        const std::optional<model::Ref> file = written.empty() ? fileOf(model::HomeKind::Step, i) : std::optional(written.front());
        if (!decisions.empty() && file != file_) {
            destinationIn(file, model::HomeKind::Step, i);
        }
        for (const model::Decision* decision : decisions) {
            recordDecision(*decision);
        }
    }
}

std::vector<const model::Decision*> PublicationWriter::decisionsIn(std::optional<std::uint32_t> step) const {
    // What does not say its step is taken in the last one in which decisions are written down.
    std::optional<std::uint32_t> last;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        if (!filesOfDecisions(i).empty()) {
            last = i;
        }
    }
    std::vector<const model::Decision*> decisions;
    for (const model::Decision& one : protocol_.decisions) {
        const std::optional<std::uint32_t> its = one.step.isValid() ? std::optional(one.step.value) : last;
        if (its == step) {
            decisions.push_back(&one);
        }
    }
    return decisions;
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
            row.cells.push_back({{doc::Field{title + " " + say(what), {}, what == Phrase::PubRecordWhy ? kLinesRoom : kWordRoom}}});
        }
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

void PublicationWriter::recordDecision(const model::Decision& decision) {
    const std::string title =
        decision.label.empty() ? capital(sentences_->nouns().labels(decision.about, decision.oneOf)) : decision.label;
    heading(2, say(Phrase::PubRecordDecided) + ": " + title);
    list(decidersOf(protocol_, *sentences_, decision));
    std::vector<std::string> names{say(Phrase::PubRecordDecided), say(Phrase::PubRecordWhy)};
    // Whom it is about takes part in what is decided; what is not written down is not known later.
    if (const std::optional<model::ConceptId> whom = personOf(vocabulary_, protocol_)) {
        names.push_back(say(Phrase::PubRecordOpinion, sentences_->nouns().of(*whom).text));
    }
    names.insert(names.end(), {say(Phrase::PubRecordDate), say(Phrase::PubRecordDecider)});
    for (const model::ConceptId about : decision.about) {
        for (const model::ConceptId party : partiesNamedBy(vocabulary_, about)) {
            names.push_back(say(Phrase::PubRecordReported, vocabulary_[party].inSentence));
        }
    }
    names.push_back(say(Phrase::PubRecordSign));
    room(title, names);
}

/// Those that no step has.
void PublicationWriter::recordDecisions() {
    const auto decisions = decisionsIn(std::nullopt);
    if (decisions.empty()) {
        return;
    }
    destination(std::nullopt);
    heading(1, say(Phrase::PubDecisions));
    for (const model::Decision* decision : decisions) {
        recordDecision(*decision);
    }
}

void PublicationWriter::recordExceptions() {
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        const std::string title = say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one));
        destinationIn(fileOf(model::HomeKind::Exception, i), model::HomeKind::Exception, i);
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
        // Where a duty writes the reason down, its field asks for it.
        std::vector<std::string> more;
        if (filesOf(model::HomeKind::Exception, i).empty()) {
            more.push_back(say(Phrase::PubRecordWhy));
        }
        if (!one.later.empty()) {
            add(doc::Paragraph{runsOf(sentences_->later(), one.later.front())});
            more.push_back(say(Phrase::PubRecordLater));
        }
        fields(model::HomeKind::Exception, i, one.label.empty() ? title : one.label, more);
    }
}

void PublicationWriter::recordRoutes() {
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        const model::Route& route = protocol_.routes[i];
        const std::string title = route.label.empty() ? capital(route.id) : route.label;
        destinationIn(fileOf(model::HomeKind::Route, i), model::HomeKind::Route, i);
        heading(1, say(Phrase::PubNow) + ": " + title);
        add(doc::Paragraph{runsOf(sentences_->of(route), route.origin)});
        duties(model::HomeKind::Route, i, {}, true);
        fields(model::HomeKind::Route, i, title,
               {say(Phrase::PubRecordSaid), say(Phrase::PubRecordTold), say(Phrase::PubRecordWarned)});
    }
}

std::string PublicationWriter::nameOfWhom() const {
    const std::optional<model::ConceptId> whom = personOf(vocabulary_, protocol_);
    return whom ? say(Phrase::PubRecordName, sentences_->nouns().of(*whom).text) : std::string();
}

void PublicationWriter::recordWhom() {
    const std::optional<model::ConceptId> whom = personOf(vocabulary_, protocol_);
    // The widest word stands for anyone; a narrower one for somebody who is taught or cared for in a group.
    const bool isWide = !whom || vocabulary_[*whom].fallsUnder.empty();
    const std::string title = say(Phrase::PubRecordWhom);
    std::vector<std::string> names;
    if (whom) {
        names.push_back(nameOfWhom());
    }
    for (const Phrase name : {Phrase::PubRecordBorn, isWide ? Phrase::PubRecordUnit : Phrase::PubRecordGroup,
                              Phrase::PubRecordParents, Phrase::PubRecordBegun, Phrase::PubRecordFirst}) {
        if (name != Phrase::PubRecordParents || !isWide) {
            names.push_back(say(name));
        }
    }
    heading(1, title);
    room(title, names, true);
}

void PublicationWriter::record() {
    std::vector<model::Ref> files;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const auto file = fileOf(model::HomeKind::Step, i);
        if (file && std::find(files.begin(), files.end(), *file) == files.end()) {
            files.push_back(*file);
        }
    }
    hasFiles_ = files.size() > 1;
    onlyFile_ = hasFiles_ || files.empty() ? std::nullopt : std::optional(files.front());
    file_ = onlyFile_;
    const std::string where =
        hasFiles_ ? say(Phrase::PubRecordInSeveral)
                  : say(allFiles().size() > 1 ? Phrase::PubRecordInOneMostly : Phrase::PubRecordInOne,
                        onlyFile_ ? sentences_->nouns().of(*onlyFile_).text : say(Phrase::PubRecordFile));
    add(doc::Paragraph{doc::text(where + " " + say(Phrase::PubRecordHow)), doc::Kind::Lead});
    if (const std::string missing = notInRecord(); !missing.empty()) {
        add(doc::paragraph(missing));
    }
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
