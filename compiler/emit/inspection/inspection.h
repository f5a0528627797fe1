#pragma once

#include "emit/inspection/items.h"
#include "emit/inspection/judgements.h"
#include "emit/report.h"
#include "emit/report_view.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// The report for who supervises: per norm the verdict, what it rests on, and what people say of it.
namespace meldc::emit {

/// A list that was read for the report.
struct ReadList {
    std::string file;
    std::string sha256;
};

/// What the report is made from. What it points to must outlive it.
struct InspectionInput : RunReport {
    support::Date date;
    CheckedProtocol checked;
    /// Hash of the meaning of the protocol.
    std::string modelSha256;
    /// The command that makes the same report.
    std::string command;
    /// Absent: arranged by layer only.
    std::optional<std::vector<ReportItem>> items;
    std::vector<Judgement> judgements;
    std::vector<ReadList> lists;
};

/// A norm in the report.
struct InspectedNorm {
    const Entry* entry = nullptr;
    TextMarks marks;
    const Judgement* judgement = nullptr;
    JudgementState state = JudgementState::Current;
    /// What no text of a protocol shows of it.
    std::vector<support::Localized> notShown;

    [[nodiscard]] const baseline::NormResult& result() const { return *entry->result; }
};

/// Norms of one layer, the most serious first. Layers are never mixed.
struct InspectedLayer {
    model::Layer layer = model::Layer::Law;
    std::vector<const InspectedNorm*> norms;
    baseline::StatusCounts counts;
    /// Of these: resting on a text of law that was reconstructed.
    std::size_t provisional = 0;
};

/// The layers in the order of the report.
inline constexpr std::array<model::Layer, 4> kReportLayers{
    model::Layer::Law, model::Layer::Norm, model::Layer::Advice, model::Layer::House};

/// A chapter: an item of the inspector, or without items all norms.
struct InspectedItem {
    /// Empty: all norms, or with `isRest` those that are in no item.
    std::string id;
    std::string title;
    bool isRest = false;
    std::vector<InspectedLayer> layers;
    /// Norms of the item that do not hold for this protocol on this day.
    std::vector<std::string> absent;
};

/// What an article asks and no norm judges.
struct UnjudgedPlace {
    baseline::GroundOnDate ground;
    support::Localized because;
};

/// The report, arranged. Its parts point at one another: it stays where it is made.
class Inspection {
public:
    explicit Inspection(const InspectionInput& input);
    Inspection(const Inspection&) = delete;
    Inspection& operator=(const Inspection&) = delete;

    [[nodiscard]] const InspectionInput& input() const { return input_; }
    [[nodiscard]] const model::Protocol& protocol() const {
        return *input_.checked.report->protocol;
    }
    [[nodiscard]] const model::Vocabulary& vocabulary() const {
        return input_.checked.library->vocabulary;
    }
    /// All norms by layer, for the summary.
    [[nodiscard]] const std::vector<InspectedLayer>& layers() const { return layers_; }
    [[nodiscard]] const std::vector<InspectedItem>& items() const { return items_; }
    /// What is violated or contradicted: by layer, within it the most serious first.
    [[nodiscard]] const std::vector<const InspectedNorm*>& first() const { return first_; }
    /// Findings about the text itself, the most serious first.
    [[nodiscard]] const std::vector<const Entry*>& findings() const { return findings_; }
    [[nodiscard]] const std::vector<UnjudgedPlace>& unjudged() const { return unjudged_; }
    /// What is to be said of the lists beside the report.
    [[nodiscard]] const std::vector<diagnostics::Diagnostic>& messages() const { return messages_; }
    [[nodiscard]] const Tally& tally() const { return tally_; }
    /// The rows of an empty list of judgements.
    [[nodiscard]] std::vector<FormRow> formRows() const;

private:
    void addNorms();
    void addJudgements();
    void addCoverage();
    void addItems();
    [[nodiscard]] std::vector<InspectedLayer> layersOf(
        const std::vector<const InspectedNorm*>& norms) const;

    const InspectionInput& input_;
    std::vector<Entry> entries_;
    std::vector<InspectedNorm> norms_;
    std::vector<InspectedLayer> layers_;
    std::vector<InspectedItem> items_;
    std::vector<const InspectedNorm*> first_;
    std::vector<const Entry*> findings_;
    std::vector<UnjudgedPlace> unjudged_;
    std::vector<diagnostics::Diagnostic> messages_;
    Tally tally_;
};

/// The proof of a verdict in a sentence: how many cases, over which facts, however which words are
/// read. Empty when nothing was counted.
[[nodiscard]] support::Localized proofText(const InspectedNorm& norm,
                                           const model::Vocabulary& vocabulary);

/// As a page that stands by itself.
[[nodiscard]] std::string inspectionPage(const Inspection& report, support::Language language);
/// As in schemas/report.schema.json.
[[nodiscard]] std::string inspectionJson(const Inspection& report, support::Language language);
/// A line for each norm (in each item): RFC 4180, UTF-8 with a byte-order mark, since spreadsheets
/// take the text for another encoding without it.
[[nodiscard]] std::string inspectionCsv(const Inspection& report, support::Language language);

} // namespace meldc::emit
