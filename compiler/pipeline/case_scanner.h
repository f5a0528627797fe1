#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// Reading a case in JSON where it is written as nearly all are, without making anything of it.
namespace meldc::pipeline {

/// A case as it stands in a line; the views are into that line.
struct ScannedCase {
    /// JSON text of its id; empty: it has none.
    std::string_view id;
    /// Names and values of the facts, in the order written. Values are JSON text: a string with its
    /// quotation marks, true, false or null.
    std::vector<std::pair<std::string_view, std::string_view>> facts;
};

/// Reads {"id": …, "facts": {…}} with these two members at most, each once. Nothing when something
/// about the line is out of the ordinary: an escape, a letter outside ASCII, an id or a fact that is
/// neither string nor word nor whole number, anything that JSON does not allow. Such a line must be
/// read by a full reader. `result` is filled anew: who scans many lines keeps one.
[[nodiscard]] bool scanCase(std::string_view line, ScannedCase& result);

/// JSON text of the value of a member of an object, as it is written; the last of several, as readers
/// of JSON have it. Nothing when it is not there or a name in the object has an escape. `json` must be
/// a JSON object.
[[nodiscard]] std::optional<std::string_view> memberText(std::string_view json,
                                                         std::string_view member);

} // namespace meldc::pipeline
