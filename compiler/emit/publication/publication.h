#pragma once

#include "emit/build_input.h"
#include "emit/document/document.h"

#include <cstdint>
#include <string>

/// Documents that an organisation gives to its staff, and publishes.
namespace meldc::emit {

/// Protocol: what is done. Handbook: that with background, words and grounds. Roles: for each role
/// what it does.
enum class Publication : std::uint8_t { Protocol, Handbook, Roles };

/// Who reads it. A public document leaves out the places in the document that
/// the text was taken from and who took it over, and room for signatures: parents need none of it, and
/// what is published is found for ever. What is open stays in: a text without its holes would be another.
enum class Audience : std::uint8_t { Internal, Public };

/// The document. Needs no verdicts.
[[nodiscard]] document::Document publicationOf(const BuildInput& input, Publication which, Audience audience);

/// The card of steps: one page of HTML for A4, to hang on a wall.
[[nodiscard]] std::string cardPage(const BuildInput& input);

} // namespace meldc::emit
