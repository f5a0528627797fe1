#pragma once

#include "diagnostics/sink.h"
#include "support/span.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Templates of the user for pages (mustache), with the fields that the built-in ones have.
namespace meldc::emit {

/// What a template is for: the page of a protocol, a document (which has all fields of the page besides),
/// the card of steps.
enum class TemplateKind : std::uint8_t { Page, Document, Card };

/// One file of it.
struct TemplateFile {
    support::FileId file = support::kNoFile;
    std::string text;
};

/// A template with the parts that it can use by name.
struct OwnTemplate {
    TemplateFile main;
    std::map<std::string, TemplateFile> parts;
};

/// The fields that a template of this kind may use: a field by its name, one inside a block with the block
/// before it ("steps.lines.text"). Sorted.
[[nodiscard]] std::vector<std::string> templateFields(TemplateKind kind);

/// Tells what in it is unknown, open, or would let text count as HTML.
void checkTemplate(const OwnTemplate& own, TemplateKind kind, diagnostics::Sink& sink);

} // namespace meldc::emit
