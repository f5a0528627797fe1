#include "emit/certificate/smt.h"

#include "emit/layout.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::emit::smt {

namespace {

std::string joined(std::string_view head, const std::vector<std::string>& formulas, std::string_view none) {
    if (formulas.empty()) {
        return std::string(none);
    }
    if (formulas.size() == 1) {
        return formulas.front();
    }
    return applied(std::string(head), formulas);
}

} // namespace

std::string symbol(std::string_view words) {
    std::string name = support::printable(words);
    std::replace_if(name.begin(), name.end(), [](char each) { return each == '|' || each == '\\'; }, '_');
    return "|" + name + "|";
}

std::string allOf(const std::vector<std::string>& formulas) {
    return joined("and", formulas, "true");
}

std::string anyOf(const std::vector<std::string>& formulas) {
    return joined("or", formulas, "false");
}

std::string negated(const std::string& formula) {
    return "(not " + formula + ")";
}

std::string applied(const std::string& name, const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        return name;
    }
    std::string text = "(" + name;
    for (const std::string& each : arguments) {
        text += " " + each;
    }
    return text + ")";
}

std::string comment(std::string_view text) {
    return wrapped(support::printable(text), "; ", "; ");
}

} // namespace meldc::emit::smt
