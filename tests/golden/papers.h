#pragma once

#include "golden/shell.h"

#include <string>
#include <vector>

/// What the documents of a protocol say, as tests read them.
namespace meldc::golden {

/// The folder of a policy.
std::string policyAt(const std::string& name);
/// The text of a file below the source tree.
std::string sourceText(const std::string& file);

/// Builds products of a protocol into `uit`, in the form that `ending` has, and gives the file whose name ends so
/// ("protocol.txt"). What stood there before is gone. `more`: further options.
std::string documentOf(const Folder& folder, const std::string& protocol, const std::string& products,
                       const std::string& ending, const std::string& more = "");

/// From `begin`, which is expected to be there, up to the next `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end);
/// The lines of a text as they are read.
std::vector<std::string> linesOf(const std::string& text);

/// The cards of roles as text, by their order.
std::vector<std::string> roleCardsIn(const std::string& text);
/// The card of one role; that there is one is expected.
std::string roleCardOf(const std::string& text, const std::string& role);
/// Whether a card has a line that says what a duty of the protocol does, and one with the case that it is for, which may
/// stand above it. Who reads the card is "u" there.
bool hasDuty(const std::string& card, const std::string& duty);

} // namespace meldc::golden
