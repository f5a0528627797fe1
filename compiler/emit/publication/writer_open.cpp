#include "diagnostics/phrases.h"
#include "emit/page/data.h"
#include "emit/publication/writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Diag;
using diagnostics::Phrase;

/// Said of what is left open, not of what is wrong; and questions without an answer are listed as such.
constexpr std::array kToldOtherwise{Diag::BlankLeft, Diag::FrameworkNotChosen, Diag::Deviation, Diag::Omission,
                                    Diag::HoleForAnswer};
/// Statements that do not agree. What the text says in several ways about one thing has its own mark.
constexpr std::array kClashes{Diag::NarrowerElsewhere, Diag::PromiseNotKept, Diag::PromiseOpposed,
                              Diag::ExcludedTogether, Diag::DemandedAndForbidden};

template <class Ids> bool isOneOf(const Ids& ids, Diag id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string messageOf(const diagnostics::Diagnostic& diagnostic) {
    return shownSentence(diagnostics::sentence(
        support::same(diagnostics::renderMessage(diagnostic, support::Language::Dutch))));
}

/// What the text says about one thing in several places, each as a sentence with its place.
std::string rivalsOf(const model::VariantGroup& group, const std::vector<Sentence>& sentences, const PageWords* words) {
    std::string text;
    for (const auto& statements : group.statements) {
        const auto said = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& each) {
            return each.origin->span == statements.front().span;
        });
        if (said == sentences.end()) {
            continue;
        }
        const std::string where = words == nullptr ? std::string() : words->source(statements.front());
        text += " " + say(text.empty() ? Phrase::PubOnePlace : Phrase::PubOtherPlace,
                          said->text + (where.empty() ? "" : " (" + where + ")"));
    }
    return text;
}

} // namespace

std::vector<const baseline::Finding*> faultsOf(const BuildInput& input) {
    std::vector<const baseline::Finding*> faults;
    if (input.findings != nullptr) {
        for (const baseline::Finding& finding : *input.findings) {
            if (finding.diagnostic.severity >= diagnostics::Severity::Warning &&
                !isOneOf(kToldOtherwise, finding.diagnostic.id)) {
                faults.push_back(&finding);
            }
        }
    }
    return faults;
}

bool isClash(const BuildInput& input, const model::Origin& origin) {
    const auto faults = faultsOf(input);
    return !origin.variant && origin.span.hasPlace() &&
           std::any_of(faults.begin(), faults.end(), [&](const baseline::Finding* fault) {
               return isOneOf(kClashes, fault->diagnostic.id) &&
                      std::any_of(fault->evidence.begin(), fault->evidence.end(),
                                  [&](const baseline::Evidence& each) { return each.span == origin.span; });
           });
}

PublicationWriter::Statements PublicationWriter::holes() const {
    // What is the same for several questions is told once.
    std::vector<std::pair<std::string, std::vector<const model::Question*>>> found;
    for (const model::Question& question : protocol_.questions) {
        for (const model::Answer answer : {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
            const bool isSaid = std::any_of(question.edges.begin(), question.edges.end(),
                                            [&](const model::Edge& edge) { return edge.answer == answer; });
            if (isSaid) {
                continue;
            }
            const std::string text = sentences_->hole(question, answer);
            auto known = std::find_if(found.begin(), found.end(), [&](const auto& each) { return each.first == text; });
            if (known == found.end()) {
                known = found.insert(found.end(), {text, {}});
            }
            known->second.push_back(&question);
        }
    }
    Statements list;
    for (const auto& [text, questions] : found) {
        std::vector<std::string> ids;
        for (const model::Question* question : questions) {
            ids.push_back(question->id);
        }
        list.emplace_back(say(Phrase::PubAtQuestion, listed(ids), text), &questions.front()->origin);
    }
    return list;
}

PublicationWriter::Statements PublicationWriter::missingFields() const {
    Statements list;
    for (const auto& [slot, what, isGiven] :
         {std::tuple{syntax::LapseKind::Authority, Phrase::PubFieldAuthority, !protocol_.authority.empty()},
          std::tuple{syntax::LapseKind::Adopted, Phrase::PubFieldAdopted, !protocol_.adopted.empty()},
          std::tuple{syntax::LapseKind::Valid, Phrase::PubFieldValid, !protocol_.valid.empty()}}) {
        const auto asks = [&, its = slot](const model::Blank& blank) { return blank.slotKind == its; };
        if (!isGiven && std::none_of(protocol_.blanks.begin(), protocol_.blanks.end(), asks)) {
            list.emplace_back(say(protocol_.isEncoded() ? Phrase::PubOpenSilent : Phrase::PubOpenField, say(what)),
                              nullptr);
        }
    }
    return list;
}

std::vector<std::string> PublicationWriter::missingPhones() const {
    if (audience_ != Audience::Internal) {
        return {};
    }
    Involved involved(vocabulary_, protocol_);
    involved.takeAll();
    std::vector<std::string> names;
    for (const model::Contact* contact : contactsFor(input_, audience_)) {
        if (contact->phone.empty() && contact->address.empty() && contact->website.empty()) {
            names.push_back(nameOfContact(vocabulary_, *contact));
        }
    }
    for (std::string& name : involved.withoutNumber()) {
        names.push_back(std::move(name));
    }
    return names;
}

PublicationWriter::Statements PublicationWriter::openEnds() const {
    Statements list;
    for (const model::Blank& blank : protocol_.blanks) {
        list.emplace_back(sentences_->of(blank), &blank.origin);
    }
    for (const model::FrameworkUse& use : protocol_.frameworks) {
        if (!use.openTerm.empty()) {
            list.emplace_back(sentences_->of(use), &use.origin);
        }
    }
    for (Statement& missing : missingFields()) {
        list.push_back(std::move(missing));
    }
    for (const model::AnswerStatement& one : protocol_.authorised) {
        if (one.answer == model::Answer::Doubt) {
            list.emplace_back(sentences_->of(one), &one.origin);
        }
    }
    for (const baseline::Finding* fault : faultsOf(input_)) {
        std::string text = messageOf(fault->diagnostic);
        // What a contradiction comes to in a case stands with the sentences themselves.
        if (fault->diagnostic.id != Diag::Contradiction && fault->counterexample) {
            text += " " + say(Phrase::PubForExample, shownSentence(fault->counterexample->story));
        }
        for (const model::VariantGroup& group : protocol_.variantGroups) {
            if (group.statements.front().front().span == fault->diagnostic.span) {
                text += rivalsOf(group, sentences_->all(), audience_ == Audience::Internal ? &words_ : nullptr);
            }
        }
        list.emplace_back(std::move(text), nullptr);
    }
    for (const model::Ambiguity& ambiguity : protocol_.ambiguities) {
        list.emplace_back(sentences_->of(ambiguity), &ambiguity.origin);
    }
    for (Statement& hole : holes()) {
        list.push_back(std::move(hole));
    }
    return list;
}

PublicationWriter::OpenCounts PublicationWriter::countOpen() const {
    OpenCounts counts;
    counts.blanks = protocol_.blanks.size() +
                    static_cast<std::size_t>(std::count_if(protocol_.frameworks.begin(), protocol_.frameworks.end(),
                                                           [](const auto& use) { return !use.openTerm.empty(); }));
    const auto faults = faultsOf(input_);
    counts.clashes = static_cast<std::size_t>(std::count_if(faults.begin(), faults.end(), [](const baseline::Finding* fault) {
        return fault->diagnostic.id == Diag::Contradiction || fault->diagnostic.id == Diag::OrderContradiction ||
               isOneOf(kClashes, fault->diagnostic.id);
    }));
    counts.faults = faults.size() - counts.clashes;
    (protocol_.isEncoded() ? counts.places : counts.blanks) += missingFields().size();
    counts.phones = isHandbook() || which_ == Publication::Protocol ? missingPhones().size() : 0;
    counts.places += static_cast<std::size_t>(
        std::count_if(protocol_.authorised.begin(), protocol_.authorised.end(),
                      [](const model::AnswerStatement& one) { return one.answer == model::Answer::Doubt; }));
    counts.places += protocol_.ambiguities.size() + holes().size() + openWords(true);
    return counts;
}

std::size_t PublicationWriter::openWords(bool own) const {
    const auto isOpen = [&](const model::Task& task) {
        const bool isMeant = !own || task.origin.level == 0 || protocol_.follows.empty();
        return isMeant && (!task.actor.openTerm.empty() || !task.openTerms.empty() ||
                           (task.condition && !model::openTermsOf(*task.condition).empty()));
    };
    return static_cast<std::size_t>(std::count_if(protocol_.tasks.begin(), protocol_.tasks.end(), isOpen));
}

void PublicationWriter::open() {
    heading(1, say(Phrase::PubOpen), "open");
    const Statements ends = openEnds();
    const std::size_t words = openWords(false);
    const std::vector<std::string> phones = missingPhones();
    if (ends.empty() && words == 0 && phones.empty()) {
        add(doc::paragraph(say(Phrase::PubNothingOpen)));
        return;
    }
    list(ends);
    if (!phones.empty()) {
        add(doc::paragraph(say(Phrase::PubOpenPhonesOf, listed(phones))));
    }
    if (words > 0) {
        add(doc::paragraph(diagnostics::phrase(Phrase::PubOpenWho, words).nl));
    }
}

} // namespace meldc::emit
