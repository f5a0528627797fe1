#pragma once

#include "emit/national_numbers.h"
#include "emit/sentences/nouns.h"
#include "model/protocol.h"

#include <set>
#include <string>
#include <vector>

namespace meldc::emit {

/// Whom the sentences of a document ask to inform, to consult or to do something with: who reads them must be
/// able to reach these.
class Involved {
public:
    /// `reader`: whose card it is, who calls nobody to reach themselves.
    Involved(const model::Vocabulary& vocabulary, const model::Protocol& protocol, Reader reader = {})
        : vocabulary_(vocabulary), protocol_(protocol), reader_(reader) {}

    void take(const model::Task& task);
    void take(const std::vector<model::Ref>& who, model::Modality modality = model::Modality::Must);
    void take(const std::vector<model::ActorStatement>& statements);
    /// Who takes part in a step or is consulted in it.
    void take(const model::Step& step);
    /// Who decides, reports and is finally responsible.
    void take(const model::Decision& decision);
    /// To whom the answers to the questions lead: any card may need them.
    void takeQuestions();
    /// Everybody in the protocol.
    void takeAll();

    /// Whether this one is to be called for what was taken, or in danger and for advice, whatever was taken.
    [[nodiscard]] bool isMeant(const model::Contact& contact) const;
    /// The names of those who must be called in some case and have no number, neither in the protocol nor in the whole
    /// country. Whom one may call need not have one.
    [[nodiscard]] std::vector<std::string> withoutNumber() const;

private:
    void takeNamedBy(model::ConceptId action, model::Modality modality);
    /// Whether it stands for many, all staff or a profession, and for nobody to call.
    [[nodiscard]] bool isGroup(const model::Ref& who) const;
    /// Whether they perform the first step.
    [[nodiscard]] bool isFirst(const model::Ref& who) const;
    [[nodiscard]] bool isReachedBy(const model::Ref& who, const model::Contact& contact) const;
    [[nodiscard]] bool hasNumber(const model::Ref& who) const;

    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    Reader reader_;
    std::set<model::Ref> who_;
    /// Those of them that must be called in some case.
    std::set<model::Ref> needed_;
};

} // namespace meldc::emit
