#pragma once

#include "emit/answer.h"
#include "emit/answers/coverage_kind.h"
#include "logic/ruling.h"
#include "support/localized.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// What of a protocol's meaning worked examples touch. Things are known by their names, so that moving a
/// line or writing it otherwise changes nothing.
namespace meldc::emit {

/// One thing that a case can touch.
struct CoverageItem {
    CoverageKind kind = CoverageKind::Rows;
    /// The same in every text with the same meaning: "CONSEQUENCE: FACT=ja,FACT=nee|twijfel", "2 ja", an id or name.
    std::string key;
    support::Localized text;
};

/// Which items are touched: one for each, in their order.
using Touched = std::vector<bool>;

/// All that cases of one protocol can touch.
class CoverageMap {
public:
    /// What `decider` points to must outlive it.
    CoverageMap(const Decider& decider, const support::Date& date);

    [[nodiscard]] const std::vector<CoverageItem>& items() const { return items_; }
    /// What a case touches. `answer`: of this case.
    [[nodiscard]] Touched touchedBy(const logic::Case& given, const Answer& answer) const;
    /// Rows were too many to make; there are none then.
    [[nodiscard]] bool isCut() const { return isCut_; }
    /// The answers that each row leaves to each fact, narrowed to what the vocabulary allows.
    [[nodiscard]] const std::vector<logic::Domains>& rows() const { return rows_; }

private:
    void addRows(logic::Rulings& rulings);
    void addTable(const logic::RuledTable& table, const std::string& of, const support::Localized& label);
    void addAnswers();
    void addNorms(logic::Rulings& rulings, const support::Date& date);
    void addRoles();
    void add(CoverageKind kind, std::string key, support::Localized text);
    /// The number of an item, or the number of items.
    [[nodiscard]] std::size_t find(CoverageKind kind, const std::string& key) const;

    Decider decider_;
    std::vector<CoverageItem> items_;
    /// Of the first items.
    std::vector<logic::Domains> rows_;
    bool isCut_ = false;
    /// Grounds of each norm: keys of articles.
    std::vector<std::pair<const model::Norm*, std::vector<std::string>>> articles_;
};

/// How many things of each kind there are and how many are touched.
struct CoverageCount {
    std::array<std::size_t, kCoverageKindCount> total{};
    std::array<std::size_t, kCoverageKindCount> touched{};
};
[[nodiscard]] CoverageCount countOf(const CoverageMap& map, const Touched& touched);

} // namespace meldc::emit
