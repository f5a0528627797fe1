#include "golden/papers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

namespace meldc::golden {
namespace {

/// A text without the name of a role.
std::string withoutRole(std::string text, const std::string& role) {
    for (const std::string& name : {"de " + role, "het " + role, "elke " + role}) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name)) {
            text.erase(at, name.size());
        }
    }
    return text;
}

/// The words of a text, small and without the signs behind them.
std::set<std::string> wordsOf(const std::string& text) {
    std::set<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        word.erase(word.find_last_not_of(".,:") + 1);
        std::transform(word.begin(), word.end(), word.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        if (!word.empty()) {
            words.insert(word);
        }
    }
    return words;
}

} // namespace

std::string policyAt(const std::string& name) {
    return inSource("policies/" + name);
}

std::string sourceText(const std::string& file) {
    std::ifstream stream(inSource(file), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_FALSE(text.empty()) << file;
    return text;
}

std::string documentOf(const Folder& folder, const std::string& protocol, const std::string& products,
                       const std::string& ending, const std::string& more) {
    const std::string form = ending.substr(ending.rfind('.') + 1);
    const Ran ran = folder.run("rm -rf uit && meldc build '" + protocol + "' --emit " + products + " --as " + form +
                               " --date 2026-01-01 --out uit " + more);
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    const Ran shown = folder.run("cat uit/*." + ending);
    EXPECT_EQ(shown.exitCode, 0) << shown.err;
    return shown.out;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t from = text.find(begin);
    EXPECT_NE(from, std::string::npos) << begin;
    return from == std::string::npos ? "" : text.substr(from, text.find(end, from + begin.size()) - from);
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> roleCardsIn(const std::string& text) {
    constexpr std::string_view kTitle = "\nWat doet u als ";
    std::vector<std::string> cards;
    for (std::size_t at = text.find(kTitle); at != std::string::npos;) {
        const std::size_t next = text.find(kTitle, at + 1);
        cards.push_back(text.substr(at, next == std::string::npos ? next : next - at));
        at = next;
    }
    return cards;
}

std::string roleCardOf(const std::string& text, const std::string& role) {
    for (const std::string& card : roleCardsIn(text)) {
        if (card.starts_with("\nWat doet u als " + role + "?")) {
            return card;
        }
    }
    ADD_FAILURE() << role;
    return {};
}

bool hasDuty(const std::string& card, const std::string& duty) {
    const std::string role = between(card, "u als ", "?").substr(6);
    const std::size_t then = duty.starts_with("Als ") ? duty.find(", dan ") : std::string::npos;
    const auto isSaid = [&](const std::string& part) {
        const std::set<std::string> asked = wordsOf(withoutRole(part, role));
        const std::vector<std::string> lines = linesOf(card);
        return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
            const std::set<std::string> said = wordsOf(withoutRole(line, role));
            return std::includes(said.begin(), said.end(), asked.begin(), asked.end());
        });
    };
    return then == std::string::npos ? isSaid(duty) : isSaid(duty.substr(0, then)) && isSaid(duty.substr(then + 6));
}

} // namespace meldc::golden
