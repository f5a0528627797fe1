#include "parser/wordings.h"

#include "MeldParser.h"
#include "diagnostics/wording.h"
#include "support/names.h"
#include "syntax/keywords.h"

#include <algorithm>
#include <set>
#include <string>

namespace meldc::parser {

using diagnostics::quoted;
using diagnostics::Wording;
using diagnostics::wording;
using grammar::MeldParser;

namespace {

/// Most things named in one message.
constexpr std::size_t kMaxNamed = 8;

bool isKeyword(std::size_t type) {
    return type >= 1 && type <= syntax::kKeywordCount;
}

/// The expected types, from which each wording takes what it covers.
class Rest {
public:
    explicit Rest(const std::vector<std::size_t>& types) : types_(types.begin(), types.end()) {}

    /// Takes all of `wanted` out when all of them are there.
    bool take(std::initializer_list<std::size_t> wanted) {
        const bool hasAll =
            std::all_of(wanted.begin(), wanted.end(), [&](auto type) { return types_.contains(type); });
        if (hasAll) {
            for (const std::size_t type : wanted) {
                types_.erase(type);
            }
        }
        return hasAll;
    }
    void drop(std::initializer_list<std::size_t> unwanted) {
        for (const std::size_t type : unwanted) {
            types_.erase(type);
        }
    }
    void drop(const antlr4::misc::IntervalSet& unwanted) {
        for (const ssize_t type : unwanted.toList()) {
            types_.erase(static_cast<std::size_t>(type));
        }
    }
    [[nodiscard]] const std::set<std::size_t>& left() const { return types_; }

private:
    std::set<std::size_t> types_;
};

} // namespace

support::Localized foundInWords(const SourceToken& token) {
    return token.getType() == antlr4::Token::EOF ? wording(Wording::EndOfFile) : quoted(token.view());
}

support::Localized expectedInWords(const Foresight& foresight, const antlr4::misc::IntervalSet& starts,
                                   const antlr4::misc::IntervalSet& fields) {
    Rest rest(foresight.expected);
    std::vector<support::Localized> things;
    const bool hasCondition = rest.take({MeldParser::KW_PERHAPS, MeldParser::KW_NOT, MeldParser::IDENTIFIER,
                                         MeldParser::STRING, MeldParser::LPAREN});
    if (hasCondition) {
        things.push_back(wording(Wording::ACondition));
        rest.drop({MeldParser::KW_DOUBT, MeldParser::KW_OPEN, MeldParser::KW_CHOICE});
    }
    if (rest.take({MeldParser::KW_FUNCTION, MeldParser::KW_DESCRIPTION, MeldParser::KW_RETURN})) {
        things.push_back(wording(Wording::AField));
        rest.drop(fields);
        rest.drop({MeldParser::KW_MODALITY});
    }
    if (rest.take({MeldParser::IDENTIFIER, MeldParser::STRING})) {
        things.push_back(wording(Wording::AName));
    }
    if (rest.take({MeldParser::STRING})) {
        things.push_back(wording(Wording::AText));
    }
    if (rest.take({MeldParser::INTEGER})) {
        things.push_back(wording(Wording::ANumber));
    }
    if (rest.take({MeldParser::DATE})) {
        things.push_back(wording(Wording::ADate));
    }
    rest.drop({MeldParser::NUMBER_REF, MeldParser::IDENTIFIER});
    // A place and what goes on in every line come last, and a new line of the block as one thing.
    const bool hasPlace = rest.take({MeldParser::KW_STATED});
    if (foresight.mayEnd) {
        rest.drop(starts);
    }
    const bool hasEnd = rest.take({antlr4::Token::EOF});
    for (const std::size_t type : rest.left()) {
        if (!spellingOf(type).empty()) {
            things.push_back(quoted(spellingOf(type)));
        }
    }
    if (hasPlace) {
        things.push_back(quoted(spellingOf(MeldParser::KW_STATED)));
    }
    if (things.size() > kMaxNamed) {
        things.resize(kMaxNamed);
        things.push_back(support::same("…"));
    }
    if (foresight.mayEnd) {
        things.push_back(wording(Wording::AStatement));
    }
    if (hasEnd) {
        things.push_back(wording(Wording::NothingElse));
    }
    return diagnostics::oneOf(things);
}

std::optional<std::size_t> nearestKeyword(std::string_view word, const std::vector<std::size_t>& types) {
    std::vector<std::string> candidates;
    std::vector<std::size_t> typeOf;
    for (const std::size_t type : types) {
        if (isKeyword(type)) {
            candidates.emplace_back(spellingOf(type));
            typeOf.push_back(type);
        }
    }
    const auto nearest = support::nearestName(word, candidates);
    if (!nearest) {
        return std::nullopt;
    }
    const auto found = std::find(candidates.begin(), candidates.end(), *nearest);
    return typeOf[static_cast<std::size_t>(found - candidates.begin())];
}

std::vector<std::size_t> typesIn(const antlr4::misc::IntervalSet& set) {
    std::vector<std::size_t> types;
    for (const ssize_t type : set.toList()) {
        types.push_back(static_cast<std::size_t>(type));
    }
    return types;
}

std::string_view spellingOf(std::size_t type) {
    if (isKeyword(type)) {
        return syntax::spelling(static_cast<syntax::Keyword>(type - 1));
    }
    switch (type) {
    case MeldParser::ARROW: return "=>";
    case MeldParser::LBRACE: return "{";
    case MeldParser::RBRACE: return "}";
    case MeldParser::LPAREN: return "(";
    case MeldParser::RPAREN: return ")";
    case MeldParser::COMMA: return ",";
    case MeldParser::DASH: return "-";
    default: return {};
    }
}

} // namespace meldc::parser
