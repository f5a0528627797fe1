#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>

/// The form for notes: what of it goes into which file.
namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// Whether this is what the vocabulary calls the decisions taken, or the reasons for them: its labels bear the word.
bool isDecided(const Nouns& nouns, const model::Ref& what) {
    return nouns.label(what).find(say(Phrase::PubRecordDecisionWord)) != std::string::npos;
}

/// Whether a duty writes something down in a file.
bool isWritten(const model::Task& task) {
    return task.modality != model::Modality::MayNot && !task.in.empty();
}

} // namespace

bool isKeeping(const model::Vocabulary& vocabulary, const model::Task& task) {
    return vocabulary[task.action].label.nl == say(Phrase::PubRecordKeepWord);
}

bool isForSignals(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Ref& file) {
    // Something can be done with it that has a consequence of its own.
    const auto isSignal = [&](const model::Ref& what) {
        return what.kind == model::Ref::Kind::Concept &&
               std::any_of(vocabulary.concepts.begin(), vocabulary.concepts.end(), [&](const model::Concept& one) {
                   return std::any_of(one.yields.begin(), one.yields.end(),
                                      [&](const model::Yield& yield) { return yield.object.value == what.index; });
               });
    };
    const auto isIn = [&](const model::Task& task) { return std::find(task.in.begin(), task.in.end(), file) != task.in.end(); };
    // Recording is a consequence itself.
    const auto isRecord = [&](const model::Task& task) {
        return std::find(task.consequences.begin(), task.consequences.end(), task.action) != task.consequences.end();
    };
    return std::any_of(protocol.tasks.begin(), protocol.tasks.end(), isIn) &&
           std::all_of(protocol.tasks.begin(), protocol.tasks.end(), [&](const model::Task& task) {
               return !isIn(task) || (!isRecord(task) && !isKeeping(vocabulary, task) && !task.objects.empty() &&
                                      std::all_of(task.objects.begin(), task.objects.end(), isSignal));
           });
}

Written writtenWhen(const model::Protocol& protocol, const Sentences& sentences, const model::Ref& file,
                    const std::function<bool(const model::Task&)>& isMeant) {
    Written written;
    for (const model::Task& task : protocol.tasks) {
        if (!isWritten(task) || !isMeant(task) || std::find(task.in.begin(), task.in.end(), file) == task.in.end()) {
            continue;
        }
        if (!task.condition || !model::holdsUnless(*task.condition)) {
            written.isAll = false;
            continue;
        }
        std::string when = sentences.clause(*task.condition);
        if (std::find(written.clauses.begin(), written.clauses.end(), when) == written.clauses.end()) {
            written.clauses.push_back(std::move(when));
        }
    }
    written.isAll = written.isAll && written.clauses.size() == 1;
    return written;
}

std::vector<model::Ref> PublicationWriter::filesOf(model::HomeKind home, std::uint32_t index, FileKind kind) const {
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
        if (isForSignals(vocabulary_, protocol_, file) == (kind == FileKind::Signals)) {
            files.push_back(file);
        }
    }
    return files;
}

std::vector<std::string> PublicationWriter::recordedIn(model::HomeKind home, std::uint32_t index, const model::Ref& file) const {
    std::vector<std::string> names;
    const bool isAskedBelow = home == model::HomeKind::Step && !decisionsIn(index).empty();
    for (const model::Task& task : protocol_.tasks) {
        const bool isHere = isAtHome(task, home, index) && task.modality != model::Modality::MayNot &&
                               std::find(task.in.begin(), task.in.end(), file) != task.in.end();
        for (std::size_t i = 0; isHere && i < task.objects.size(); ++i) {
            if (isAskedBelow && isDecided(sentences_->nouns(), task.objects[i])) {
                continue;
            }
            const std::string name = capital(sentences_->nouns().label(task.objects[i]));
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
    }
    return names;
}

std::optional<model::Ref> PublicationWriter::fileOf(model::HomeKind home, std::uint32_t index) const {
    const std::vector<model::Ref> files = filesOf(home, index);
    return files.empty() ? std::nullopt : std::optional(files.front());
}

void PublicationWriter::destinationIn(std::optional<model::Ref> file, model::HomeKind home, std::uint32_t index) {
    const auto isHere = [&](const model::Task& task) { return isAtHome(task, home, index); };
    destination(file, file ? writtenWhen(protocol_, *sentences_, *file, isHere) : Written());
}

void PublicationWriter::destination(std::optional<model::Ref> file, const Written& written) {
    if (!hasFiles_ && !file) {
        file = onlyFile_;
    }
    const bool isOther = file != file_;
    // A sheet goes into one file, and says whom it is about. The first part stands with that.
    const bool isSheet = isOther && (!hasFiles_ || isInFile_);
    if (isSheet) {
        add(doc::PageBreak{});
    }
    if (hasFiles_ || isOther || !written.clauses.empty()) {
        std::string text = putWhere();
        if (file) {
            const std::string name = sentences_->nouns().of(*file).text;
            const Phrase put = written.isAll ? Phrase::PubRecordPutOnly : Phrase::PubRecordPutPartly;
            text = written.clauses.empty() ? say(Phrase::PubRecordPut, name) : say(put, name, listed(written.clauses));
            if (const std::optional<std::uint32_t> focal = focalRole(); focal && !written.clauses.empty()) {
                text += ". " + say(Phrase::PubRecordPutElse, sentences_->nouns().of(model::Ref{model::Ref::Kind::Role, *focal}).text);
            }
        }
        add(doc::Paragraph{doc::text(text, doc::Look::Strong), doc::Kind::Destination});
    }
    if (isSheet) {
        const std::string name = nameOfWhom();
        room(say(Phrase::PubRecordWhom), {name.empty() ? say(Phrase::PubRecordBorn) : say(Phrase::PubRecordNameBorn, name)}, true);
    }
    isInFile_ = true;
    file_ = file;
}

std::optional<std::uint32_t> PublicationWriter::focalRole() const {
    for (std::uint32_t i = 0; i < protocol_.roles.size(); ++i) {
        const auto& kinds = protocol_.roles[i].kinds;
        if (std::any_of(kinds.begin(), kinds.end(), [&](model::ConceptId kind) {
                return vocabulary_[kind].label.nl == say(Phrase::PubRecordFocalKind);
            })) {
            return i;
        }
    }
    return std::nullopt;
}

std::string PublicationWriter::putWhere() const {
    const std::optional<std::uint32_t> focal = focalRole();
    return focal ? say(Phrase::PubRecordPutAsk, sentences_->nouns().of(model::Ref{model::Ref::Kind::Role, *focal}).text)
                 : say(Phrase::PubRecordPutWhere);
}

void PublicationWriter::fields(model::HomeKind home, std::uint32_t index, const std::string& about,
                               const std::vector<std::string>& more) {
    const std::vector<model::Ref> files = filesOf(home, index);
    for (std::size_t i = 0; i < std::max<std::size_t>(files.size(), 1); ++i) {
        std::vector<std::string> names{say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)};
        const auto take = [&](const std::vector<std::string>& some) { names.insert(names.end(), some.begin(), some.end()); };
        if (i > 0) {
            destinationIn(files[i], home, index);
        }
        if (!files.empty()) {
            take(recordedIn(home, index, files[i]));
        }
        if (i == 0) {
            take(more);
        }
        names.push_back(say(Phrase::PubRecordSign));
        room(about, names);
    }
    for (const model::Ref& file : filesOf(home, index, FileKind::Signals)) {
        std::vector<std::string> names{say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)};
        const std::vector<std::string> recorded = recordedIn(home, index, file);
        names.insert(names.end(), recorded.begin(), recorded.end());
        destinationIn(file, home, index);
        room(about, names);
    }
}

std::vector<model::Ref> PublicationWriter::filesOfDecisions(std::uint32_t step) const {
    for (const model::Task& task : protocol_.tasks) {
        if (isWritten(task) && isAtHome(task, model::HomeKind::Step, step) &&
            std::any_of(task.objects.begin(), task.objects.end(),
                        [&](const model::Ref& what) { return isDecided(sentences_->nouns(), what); })) {
            return task.in;
        }
    }
    return {};
}

std::vector<model::Ref> PublicationWriter::allFiles() const {
    std::vector<model::Ref> files;
    for (const model::Task& task : protocol_.tasks) {
        for (const model::Ref& file : task.in) {
            if (isWritten(task) && std::find(files.begin(), files.end(), file) == files.end()) {
                files.push_back(file);
            }
        }
    }
    return files;
}

} // namespace meldc::emit
