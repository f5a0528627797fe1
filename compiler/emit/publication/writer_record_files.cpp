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

void PublicationWriter::destination(std::optional<model::Ref> file) {
    if (!hasFiles_ && !file) {
        file = onlyFile_;
    }
    const bool isOther = file != file_;
    // A sheet goes into one file, and says whom it is about. The first part stands with that.
    const bool isSheet = isOther && (!hasFiles_ || isInFile_);
    if (isSheet) {
        add(doc::PageBreak{});
    }
    if (hasFiles_ || isOther) {
        add(doc::Paragraph{doc::text(file ? say(Phrase::PubRecordPut, sentences_->nouns().of(*file).text) : putWhere(),
                                     doc::Look::Strong),
                           doc::Kind::Destination});
    }
    if (isSheet) {
        const std::string name = nameOfWhom();
        room(say(Phrase::PubRecordWhom), {name.empty() ? say(Phrase::PubRecordBorn) : say(Phrase::PubRecordNameBorn, name)}, true);
    }
    isInFile_ = true;
    file_ = file;
}

std::string PublicationWriter::putWhere() const {
    for (std::uint32_t i = 0; i < protocol_.roles.size(); ++i) {
        const auto& kinds = protocol_.roles[i].kinds;
        if (std::any_of(kinds.begin(), kinds.end(), [&](model::ConceptId kind) {
                return vocabulary_[kind].label.nl == say(Phrase::PubRecordFocalKind);
            })) {
            return say(Phrase::PubRecordPutAsk, sentences_->nouns().of(model::Ref{model::Ref::Kind::Role, i}).text);
        }
    }
    return say(Phrase::PubRecordPutWhere);
}

void PublicationWriter::fields(model::HomeKind home, std::uint32_t index, const std::string& about,
                               const std::vector<std::string>& more) {
    const std::vector<model::Ref> files = filesOf(home, index);
    for (std::size_t i = 0; i < std::max<std::size_t>(files.size(), 1); ++i) {
        std::vector<std::string> names{say(Phrase::PubRecordDate), say(Phrase::PubRecordBy)};
        const auto take = [&](const std::vector<std::string>& some) { names.insert(names.end(), some.begin(), some.end()); };
        if (i > 0) {
            destination(files[i]);
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
