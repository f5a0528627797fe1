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

/// Where the next part of a formula ends: a name, a number, or all between two brackets.
std::size_t endOfPart(std::string_view text, std::size_t begin) {
    std::size_t depth = 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
        if (text[at] == '|') {
            at = std::min(text.find('|', at + 1), text.size() - 1);
        } else if (text[at] == '(') {
            ++depth;
        } else if (text[at] == ')') {
            if (depth <= 1) {
                return depth == 0 ? at : at + 1;
            }
            --depth;
        } else if (text[at] == ' ' && depth == 0) {
            return at;
        }
    }
    return text.size();
}

/// What stands between the outermost brackets.
std::vector<std::string_view> partsOf(std::string_view formula) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 1; at + 1 < formula.size();) {
        if (formula[at] == ' ') {
            ++at;
            continue;
        }
        const std::size_t end = endOfPart(formula, at);
        parts.push_back(formula.substr(at, end - at));
        at = end;
    }
    return parts;
}

/// A part, with lines of its own when it does not fit behind what stands there. `behind`: brackets that follow.
void layOut(std::string_view formula, std::size_t indent, std::size_t behind, std::string& out) {
    const bool isGroup = formula.starts_with('(');
    if (!isGroup || indent + support::displayWidth(formula) + behind <= kReportWidth) {
        out += formula;
        return;
    }
    const std::vector<std::string_view> parts = partsOf(formula);
    const bool isList = parts.front().starts_with('(');
    const auto isSmall = [&](std::string_view part) { return isList || part.size() <= 2 || !part.starts_with('('); };
    out += '(';
    std::size_t column = indent + 1;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t closing = i + 1 == parts.size() ? behind + 1 : 0;
        const std::size_t width = support::displayWidth(parts[i]);
        if (i > 0 && isSmall(parts[i]) && isSmall(parts[i - 1]) && column + 1 + width + closing <= kReportWidth) {
            out += ' ';
            ++column;
        } else if (i > 0) {
            out += '\n' + std::string(indent + 1, ' ');
            column = indent + 1;
        }
        layOut(parts[i], column, closing, out);
        column += width;
    }
    out += ')';
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

std::vector<std::string_view> symbolsIn(std::string_view formula) {
    std::vector<std::string_view> result;
    for (std::size_t begin = formula.find('|'); begin != std::string_view::npos; begin = formula.find('|', begin)) {
        const std::size_t end = formula.find('|', begin + 1);
        if (end == std::string_view::npos) {
            break;
        }
        result.push_back(formula.substr(begin, end + 1 - begin));
        begin = end + 1;
    }
    return result;
}

std::string laidOut(std::string_view command) {
    std::string text;
    layOut(command, 0, 0, text);
    return text + "\n";
}

} // namespace meldc::emit::smt
