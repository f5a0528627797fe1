#include "diagnostics/phrases.h"
#include "emit/national_numbers.h"
#include "emit/publication/writer.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// A name with a number that can be called from the screen.
doc::Blocks numberItem(const std::string& name, const std::string& number) {
    const std::string digits = dialled(number);
    return {doc::Paragraph{{{name + ": ", doc::Look::Plain, {}, {}, {}},
                            {number, doc::Look::Plain, digits.empty() ? "" : "tel:" + digits, {}, {}}}}};
}

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
    std::string name = isNamed ? protocol_.organisation.front().text : std::string();
    // What is told of a name between commas ends with one.
    name += name.find(", ") == std::string::npos ? "" : ",";
    add(doc::paragraph(isNamed ? say(Phrase::PubWebOf, name) : say(Phrase::PubWebOurs)));
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
            talks.emplace_back(sentences_->of(task), &task.origin);
        }
    }
    if (!talks.empty()) {
        if (!protocol_.exceptions.empty()) {
            talks.emplace_back(say(Phrase::PubWebExceptions), nullptr);
        }
        together(talks);
    }
    // By their names: the conditions in full are longer than anyone reads here. Where they do not agree is said below.
    doc::List promises;
    for (const model::Meldnorm& one : protocol_.meldnormen) {
        promises.items.push_back(
            {doc::paragraph(one.label.empty() ? say(Phrase::PubPromisePlain, one.id) : one.label)});
    }
    if (!promises.items.empty()) {
        add(doc::paragraph(say(Phrase::PubWebReport)));
        add(std::move(promises));
    }
    if (!openEnds().empty() || openWords(true) > 0) {
        add(doc::paragraph(say(Phrase::PubWebOpen)));
    }
    doc::List numbers;
    for (const NationalNumber& one : nationalNumbers(vocabulary_, protocol_)) {
        numbers.items.push_back(numberItem(one.name, one.number));
    }
    // For parents, whoever else gets it.
    for (const model::Contact* contact : contactsFor(input_, Audience::Public)) {
        if (!contact->phone.empty()) {
            numbers.items.push_back(numberItem(nameOfContact(vocabulary_, *contact), contact->phone));
        }
    }
    if (!numbers.items.empty()) {
        add(doc::paragraph(say(Phrase::PubWebCall)));
        add(std::move(numbers));
    }
    add(doc::paragraph(say(Phrase::PubWebAsk)));
    add(doc::Field{say(Phrase::PubWebAskField), say(Phrase::DocumentFill)});
}

} // namespace meldc::emit
