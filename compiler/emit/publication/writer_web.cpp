#include "diagnostics/phrases.h"
#include "emit/publication/writer.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// Whether a duty is to speak with those whom it is about, whatever the case.
bool isTalk(const model::Vocabulary& vocabulary, const model::Task& task) {
    const auto isConcerned = [&](const model::Ref& ref) {
        return ref.kind == model::Ref::Kind::Concept &&
               vocabulary[model::ConceptId{ref.index}].kind == model::ConceptKind::Concerned;
    };
    return task.home.kind == model::HomeKind::Step && task.modality == model::Modality::Must && !task.condition &&
           std::any_of(task.with.begin(), task.with.end(), isConcerned);
}

} // namespace

void PublicationWriter::web() {
    const bool isNamed = !protocol_.organisation.empty();
    add(doc::paragraph(isNamed ? say(Phrase::PubWebOf, protocol_.organisation.front().text) : say(Phrase::PubWebOurs)));
    if (protocol_.kind == model::UnitKind::Template) {
        add(doc::Notice{{doc::paragraph(say(Phrase::PubTemplateNotice))}});
    }
    if (!protocol_.steps.empty()) {
        add(doc::paragraph(diagnostics::phrase(Phrase::PubWebSteps, protocol_.steps.size()).nl));
        doc::List steps;
        steps.isNumbered = true;
        for (const model::Step& step : protocol_.steps) {
            steps.isNumbered = steps.isNumbered && step.id == std::to_string(steps.items.size() + 1);
            steps.items.push_back({doc::Paragraph{runsOf(step.label, step.origin)}});
        }
        add(std::move(steps));
    }
    // The first of each step: how a talk is prepared and written down is for staff.
    Statements talks;
    std::vector<std::uint32_t> told;
    for (const model::Task& task : protocol_.tasks) {
        if (isTalk(vocabulary_, task) && std::find(told.begin(), told.end(), task.home.index) == told.end()) {
            told.push_back(task.home.index);
            talks.emplace_back(sentences_.of(task), &task.origin);
        }
    }
    if (!talks.empty()) {
        together(talks);
    }
    Statements promises;
    for (const model::Meldnorm& one : protocol_.meldnormen) {
        promises.emplace_back(one.label.empty() ? say(Phrase::PubPromisePlain, one.id) : one.label, &one.origin);
    }
    if (!promises.empty()) {
        add(doc::paragraph(say(Phrase::PubWebReport)));
        list(promises);
    }
    doc::List numbers;
    // For parents, whoever else gets it.
    for (const model::Contact* contact : contactsFor(input_, Audience::Public)) {
        if (!contact->phone.empty()) {
            numbers.items.push_back({doc::paragraph(nameOfContact(vocabulary_, *contact) + ": " + contact->phone)});
        }
    }
    if (!numbers.items.empty()) {
        add(doc::paragraph(say(Phrase::PubWebCall)));
        add(std::move(numbers));
    }
}

} // namespace meldc::emit
