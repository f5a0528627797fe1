#pragma once

#include "diagnostics/phrases.h"
#include "emit/document/document.h"
#include "emit/inspection/inspection.h"

#include <string>
#include <vector>

namespace meldc::emit {

/// The rows of the report as a document: what is said of a norm and of a finding.
class InspectionRows {
public:
    InspectionRows(const Inspection& report, support::Language language)
        : report_(report), language_(language) {}

    /// Norm and grounds, finding and evidence, view and judgement. `anchor`: empty for none.
    [[nodiscard]] document::Row ofNorm(const InspectedNorm& norm, std::string anchor) const;
    /// Code and severity, finding and evidence.
    [[nodiscard]] document::Row ofFinding(const Entry& entry) const;
    /// Room to write what `label` says.
    [[nodiscard]] document::Field field(const support::Localized& label, int millimetres) const;

private:
    [[nodiscard]] document::Blocks normCell(const InspectedNorm& norm) const;
    [[nodiscard]] document::Blocks findingCell(const InspectedNorm& norm) const;
    [[nodiscard]] document::Blocks peopleCell(const InspectedNorm& norm) const;
    void addEvidence(document::Definitions& list, const Entry& entry, bool saysNone) const;
    void addSaid(document::Blocks& blocks, diagnostics::Phrase label, const std::string& said,
                 const InspectedNorm& norm) const;
    void define(document::Definitions& list, diagnostics::Phrase term,
                const std::vector<support::Localized>& meanings) const;
    [[nodiscard]] std::string in(const support::Localized& text) const {
        return text.in(language_);
    }
    [[nodiscard]] std::string in(diagnostics::Phrase which) const;
    [[nodiscard]] std::string sentence(const support::Localized& text) const;

    const Inspection& report_;
    support::Language language_;
};

/// The user's own words: in Dutch whatever the language of the report.
[[nodiscard]] inline document::Run dutch(std::string text,
                                         document::Look look = document::Look::Plain) {
    return {std::move(text), look, {}, {}, support::Language::Dutch};
}

} // namespace meldc::emit
