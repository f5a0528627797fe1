#pragma once

#include "emit/json_parts.h"
#include "emit/report.h"

namespace meldc::emit {

/// What is said of one protocol in JSON, wherever it is said.
class ProtocolJson {
public:
    /// All must outlive it.
    ProtocolJson(const support::SourceMap& sources, const CheckedProtocol& checked,
                 support::Language language)
        : sources_(sources), checked_(checked), language_(language) {}

    /// Names, file, sectors, sources and what must be said with every answer that rests on these.
    [[nodiscard]] Json about() const;
    /// The documents that were read; only when documents were opened.
    [[nodiscard]] Json documents() const;
    [[nodiscard]] Json result(const baseline::NormResult& one) const;
    [[nodiscard]] Json finding(const baseline::Finding& one) const;

private:
    void addText(Json& json, const char* name, const support::Localized& text) const;
    [[nodiscard]] const std::string& in(const support::Localized& text) const {
        return text.in(language_);
    }

    const support::SourceMap& sources_;
    const CheckedProtocol& checked_;
    support::Language language_;
};

} // namespace meldc::emit
