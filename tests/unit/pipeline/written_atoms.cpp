#include "written_atoms.h"

#include <algorithm>
#include <set>

namespace meldc::test {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isWordSign(char letter) {
    return letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z');
}

bool isForDrawingOnly(const std::string& element, const std::string& name) {
    static const std::set<std::string> kElements{"dc:Bounds", "di:waypoint", "?xml"};
    static const std::set<std::string> kNames{"isHorizontal", "isMarkerVisible"};
    return kElements.contains(element) || kNames.contains(name) || name.starts_with("xmlns");
}

/// Ids to which something refers: others are names for nothing.
bool isReferredTo(const std::string& element) {
    static const std::set<std::string> kElements{
        "inputData",         "decision",       "knowledgeSource",  "informationRequirement",
        "bpmn:task",         "bpmn:lane",      "bpmn:endEvent",    "authorityRequirement",
        "bpmn:participant",  "bpmn:process",   "bpmn:startEvent",  "bpmn:exclusiveGateway",
        "bpmn:sequenceFlow", "testCase",       "bpmn:collaboration"};
    return kElements.contains(element);
}

/// The attributes of a tag between `from` and `to`.
void addAttributes(std::vector<Atom>& atoms, const std::string& text, const std::string& element, std::size_t from,
                   std::size_t to) {
    while (from < to) {
        const std::size_t equals = text.find("=\"", from);
        if (equals >= to) {
            return;
        }
        const std::size_t begin = text.find_last_of(kBlanks, equals) + 1;
        const std::string name = text.substr(begin, equals - begin);
        const std::size_t end = text.find('"', equals + 2);
        const bool isWanted = !isForDrawingOnly(element, name) && (name != "id" || isReferredTo(element));
        if (isWanted && end > equals + 2) {
            atoms.push_back({element + "@" + name, text.substr(equals + 2, end - equals - 2), equals + 2});
        }
        from = end + 1;
    }
}

} // namespace

std::vector<Atom> xmlAtoms(const std::string& text) {
    std::vector<Atom> atoms;
    std::string element;
    for (std::size_t at = 0; at < text.size();) {
        if (text.compare(at, 4, "<!--") == 0) {
            const std::size_t end = text.find("-->", at);
            atoms.push_back({"comment", text.substr(at + 4, end - at - 4), at + 4});
            at = end + 3;
        } else if (text[at] == '<') {
            const std::size_t end = text.find('>', at);
            element = text.substr(at + 1, text.find_first_of(" \t\r\n/>", at + 2) - at - 1);
            addAttributes(atoms, text, element, at, end);
            at = end + 1;
        } else {
            const std::size_t end = std::min(text.find('<', at), text.size());
            const std::string inner = text.substr(at, end - at);
            if (inner.find_first_not_of(kBlanks) != inner.npos) {
                atoms.push_back({element, inner, at});
            }
            at = end;
        }
    }
    return atoms;
}

std::vector<Atom> jsonAtoms(const std::string& text) {
    std::vector<Atom> atoms;
    std::string name;
    const auto add = [&](const std::string& kind, std::size_t from, std::size_t to) {
        static const std::set<std::string> kPlaces{"x", "y", "position", "_id"};
        // Edges of a graph and expressions have ids that nothing refers to.
        const std::string value = text.substr(from, to - from);
        const bool isIdle = name == "id" && kind != "name" &&
                            (value.starts_with("input-table_") || value.ends_with("-output") || value.ends_with("_value"));
        if (!kPlaces.contains(name) && !isIdle && to > from) {
            atoms.push_back({kind, value, from});
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            std::size_t end = at + 1;
            while (text[end] != '"') {
                end += text[end] == '\\' ? 2 : 1;
            }
            const bool isName = text.compare(end + 1, 1, ":") == 0;
            name = isName ? text.substr(at + 1, end - at - 1) : name;
            add(isName ? "name" : "of " + name, at + 1, end);
            at = end + 1;
        } else if (isWordSign(text[at])) {
            std::size_t end = at;
            while (isWordSign(text[end])) {
                ++end;
            }
            add("of " + name, at, end);
            at = end;
        } else {
            ++at;
        }
    }
    return atoms;
}

std::vector<Atom> programAtoms(const std::string& text, std::string_view comment, char quote) {
    std::vector<Atom> atoms;
    bool isFirst = true;
    for (std::size_t at = 0; at < text.size();) {
        const char letter = text[at];
        std::size_t end = at + 1;
        if (kBlanks.find(letter) != kBlanks.npos) {
            isFirst = isFirst || letter == '\n';
            at = end;
            continue;
        }
        if (text.compare(at, comment.size(), comment) == 0) {
            end = text.find('\n', at);
            const std::size_t from = at + comment.size();
            if (isFirst && text[from] == ' ') {
                atoms.push_back({"comment", text.substr(from, end - from), from});
            }
        } else if (letter == quote) {
            end = text.find(quote, at + 1) + 1;
            if (end > at + 2) {
                atoms.push_back({"text", text.substr(at + 1, end - at - 2), at + 1});
            }
        } else if (isWordSign(letter)) {
            while (isWordSign(text[end])) {
                ++end;
            }
            atoms.push_back({"word", text.substr(at, end - at), at});
        } else {
            atoms.push_back({"sign", text.substr(at, 1), at});
        }
        isFirst = false;
        at = end;
    }
    return atoms;
}

std::vector<Atom> lineAtoms(const std::string& text, std::string_view comment) {
    std::vector<Atom> atoms;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (line.find_first_not_of(kBlanks) != line.npos && line.find(comment) == line.npos) {
            atoms.push_back({line, line, at});
        }
        at = end + 1;
    }
    return atoms;
}

std::vector<Atom> cellAtoms(const std::string& text) {
    std::vector<Atom> atoms;
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(",\r\"", at), text.size());
        if (text[end] == '"') {
            at = text.find('"', end + 1) + 1;
            continue;
        }
        if (end > at) {
            atoms.push_back({std::to_string(column), text.substr(at, end - at), at});
        }
        const bool isLast = text[end] == '\r';
        column = isLast ? 0 : column + 1;
        at = end + (isLast ? 2 : 1);
    }
    return atoms;
}

void keepSome(std::vector<Atom>& atoms, std::size_t most) {
    const std::size_t stride = atoms.size() / most + 1;
    std::vector<Atom> some;
    for (std::size_t i = 0; i < atoms.size(); i += stride) {
        some.push_back(std::move(atoms[i]));
    }
    atoms = std::move(some);
}

} // namespace meldc::test
