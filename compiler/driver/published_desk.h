#pragma once

#include "driver/session.h"
#include "emit/docx/text.h"
#include "emit/publication/published.h"

#include <cstddef>
#include <string>
#include <vector>

namespace meldc::driver {

/// The documents of `--published`, each beside the protocol that it has most sentences of.
class PublishedDesk {
public:
    /// Reads them; what cannot be read is told.
    explicit PublishedDesk(Session& session);

    [[nodiscard]] bool isEmpty() const { return documents_.empty(); }
    /// Compares each with a protocol; `number`: which of this run it is.
    void compare(const emit::BuildInput& input, std::size_t number);

    /// What differs, and of which protocol.
    struct Outcome {
        std::size_t number = 0;
        std::vector<diagnostics::Diagnostic> findings;
    };
    /// After all protocols. A document that belongs to none is told.
    [[nodiscard]] std::vector<Outcome> finish();

private:
    struct Document {
        std::string name;
        emit::docx::DocumentText text;
        std::size_t common = 0;
        bool isTooLong = false;
        Outcome outcome;
    };

    Session& session_;
    std::vector<Document> documents_;
};

} // namespace meldc::driver
