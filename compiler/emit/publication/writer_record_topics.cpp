#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>

/// The form for notes: what is done outside the steps.
namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::SentencePart;

/// Whether a duty puts something into a file; what is kept there was written before.
bool isRecord(const model::Vocabulary& vocabulary, const model::Task& task) {
    return task.modality != model::Modality::MayNot && !task.in.empty() && !isKeeping(vocabulary, task);
}

bool isConcerned(const model::Vocabulary& vocabulary, const std::vector<model::Ref>& who) {
    return std::any_of(who.begin(), who.end(), [&](const model::Ref& ref) {
        return ref.kind == model::Ref::Kind::Concept &&
               vocabulary[model::ConceptId{ref.index}].kind == model::ConceptKind::Concerned;
    });
}

/// Whether a duty is done for one person: in some cases only, or with those whom it is about.
bool isForOne(const model::Vocabulary& vocabulary, const model::Task& task) {
    return task.modality == model::Modality::Must &&
           ((task.condition && !model::factsOf(*task.condition).empty()) || isConcerned(vocabulary, task.with) ||
            isConcerned(vocabulary, task.to) || isConcerned(vocabulary, task.objects));
}

} // namespace

bool PublicationWriter::hasTask(model::HomeKind home, std::uint32_t index, const Choice& isMeant) const {
    return std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(),
                       [&](const model::Task& task) { return isAtHome(task, home, index) && isMeant(task); });
}

bool PublicationWriter::isTopicInRecord(std::uint32_t topic) const {
    const model::Topic& one = protocol_.topics[topic];
    // What a colleague may have done is no matter for the file of whom it was done to.
    const bool isOfStaff = vocabulary_[one.topic].label.nl == say(Phrase::PubRecordStaffTopic);
    return !one.inapplicable && !isOfStaff && hasTask(model::HomeKind::Topic, topic, [&](const model::Task& task) {
        return isRecord(vocabulary_, task) || isForOne(vocabulary_, task);
    });
}

bool PublicationWriter::isRestInRecord() const {
    return hasTask(model::HomeKind::Unit, 0, [&](const model::Task& task) { return isRecord(vocabulary_, task); });
}

std::string PublicationWriter::titleOfTopic(std::uint32_t topic) const {
    const model::Topic& one = protocol_.topics[topic];
    return capital(one.label.empty() ? vocabulary_[one.topic].label.nl : one.label);
}

std::string PublicationWriter::notInRecord() const {
    const auto isDuty = [](const model::Task& task) { return task.modality == model::Modality::Must; };
    std::vector<std::string> titles;
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        if (!isTopicInRecord(i) && !protocol_.topics[i].inapplicable && hasTask(model::HomeKind::Topic, i, isDuty)) {
            titles.push_back(diagnostics::dutch(SentencePart::Quoted, titleOfTopic(i)));
        }
    }
    if (!isRestInRecord() && hasTask(model::HomeKind::Unit, 0, isDuty)) {
        titles.push_back(diagnostics::dutch(SentencePart::Quoted, say(Phrase::PubOther)));
    }
    return titles.empty() ? std::string() : say(Phrase::PubRecordNotHere, listed(titles));
}

void PublicationWriter::recordRest() {
    std::vector<std::uint32_t> topics;
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        if (isTopicInRecord(i)) {
            topics.push_back(i);
        }
    }
    // What goes into the file of what stands above comes first: fewer sheets.
    const auto rankOf = [&](std::uint32_t topic) {
        const std::optional<model::Ref> file = fileOf(model::HomeKind::Topic, topic);
        const bool isHere = (file ? file : onlyFile_) == file_;
        return isHere && filesOf(model::HomeKind::Topic, topic, FileKind::Signals).empty() ? 0 : isHere ? 1 : 2;
    };
    std::stable_sort(topics.begin(), topics.end(), [&](std::uint32_t one, std::uint32_t other) { return rankOf(one) < rankOf(other); });
    for (const std::uint32_t i : topics) {
        destinationIn(fileOf(model::HomeKind::Topic, i), model::HomeKind::Topic, i);
        heading(1, titleOfTopic(i));
        together(whoDoes(protocol_.topics[i]));
        duties(model::HomeKind::Topic, i, {}, true);
        fields(model::HomeKind::Topic, i, titleOfTopic(i), {});
    }
    if (isRestInRecord()) {
        destinationIn(fileOf(model::HomeKind::Unit, 0), model::HomeKind::Unit, 0);
        heading(1, say(Phrase::PubOther));
        duties(model::HomeKind::Unit, 0, {}, true);
        fields(model::HomeKind::Unit, 0, say(Phrase::PubOther), {});
    }
}

} // namespace meldc::emit
