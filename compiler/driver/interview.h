#pragma once

#include "driver/beginning.h"
#include "driver/session.h"
#include "support/localized.h"

#include <functional>
#include <optional>
#include <string>

namespace meldc::driver {

/// What is wrong with a text, in words; nothing when it can stand.
using CheckText = std::function<std::optional<support::Localized>(const std::string&)>;

/// Asks the questions of a beginning one by one: on standard error, with answers from standard input.
/// An empty answer leaves a place open; the words of Phrase::NewBack and Phrase::NewStop go back and
/// end it. An answer that cannot stand is told and asked again. At the end of the input what was
/// answered so far is kept.
///
/// `values` gets the values that answers give, `answers` the answers.
void interview(Session& session, const Beginning& beginning, const CheckText& check, NamedValues& values,
               Answers& answers);

} // namespace meldc::driver
