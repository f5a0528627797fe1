#pragma once

#include "emit/build_input.h"
#include "emit/document/document.h"
#include "emit/page/own_template.h"

#include <cstdint>
#include <string>

/// Documents that an organisation gives to its staff, and publishes.
namespace meldc::emit {

/// Protocol: what is done. Handbook: that with background, words and grounds. Roles: for each role
/// what it does. Record: a form for the file of a pupil or somebody in care, in the sentences of the protocol. Web:
/// a paragraph for parents in guide and website.
enum class Publication : std::uint8_t { Protocol, Handbook, Roles, Record, Web };

/// Who reads it. A public document leaves out the places in the document that
/// the text was taken from and who took it over, and room for signatures: parents need none of it, and
/// what is published is found for ever. What is open stays in: a text without its holes would be another.
enum class Audience : std::uint8_t { Internal, Public };

/// Whom these readers can call: staff also the roles of the organisation itself.
[[nodiscard]] std::vector<const model::Contact*> contactsFor(const BuildInput& input, Audience audience);

/// The document. Needs no verdicts.
[[nodiscard]] document::Document publicationOf(const BuildInput& input, Publication which, Audience audience);

/// Whether the organisation still has something to fill in, to choose or to mend: no text for parents to publish yet.
[[nodiscard]] bool isUnfinished(const BuildInput& input);

/// The card of steps: one page of HTML to hang on a wall. Large: for A3, what is to be done readable from
/// two metres.
enum class CardSize : std::uint8_t { Small, Large };
/// `percent`: how large it is printed, so that all of it fits on its sheet.
/// `own`: a template of the user, which has been checked; null: that of this program.
[[nodiscard]] std::string cardPage(const BuildInput& input, CardSize size, Audience audience, int percent = 100,
                                   const OwnTemplate* own = nullptr);

} // namespace meldc::emit
