#pragma once

#include "emit/answer.h"
#include "pipeline/case_reader.h"
#include "pipeline/case_scanner.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace meldc::driver {

/// Answers cases of one protocol, line by line. Most cases of a long run were seen before: what was
/// said of them is kept, up to a limit, and told again with the id of the case at hand. One for each
/// thread; everything given must outlive it.
class CaseAnswers {
public:
    CaseAnswers(const support::SourceMap& sources, const emit::Decider& decider,
                support::Language language)
        : sources_(sources), decider_(decider), language_(language) {}

    /// Appends the answer to a line with a case, or what is wrong with it, as a line of JSON. Returns
    /// whether it was a case.
    bool answer(std::string_view line, std::string& out);

private:
    /// A line of JSON without what stands before the end of its id.
    struct Said {
        std::string tail;
        bool isCase = true;
    };

    bool scan(std::string_view line);
    [[nodiscard]] logic::Case scannedFacts() const;
    model::FactId factOf(std::string_view name);
    [[nodiscard]] Said say(const pipeline::ReadCase& read) const;

    const support::SourceMap& sources_;
    const emit::Decider& decider_;
    support::Language language_;
    pipeline::ScannedCase scanned_;
    /// The case at hand: per fact of the vocabulary its answer, or that it is not known.
    std::string key_;
    std::map<std::string, model::FactId, std::less<>> facts_;
    std::unordered_map<std::string, Said> said_;
    std::size_t bytes_ = 0;
};

} // namespace meldc::driver
