#include "syntax/placement.h"

#include "diagnostics/wording.h"
#include "syntax/words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace meldc::syntax {

using diagnostics::Diag;
using diagnostics::make;

namespace {

constexpr std::array kBlocks{BlockKind::Meldcode, BlockKind::Library,  BlockKind::Step,
                             BlockKind::Question, BlockKind::Framework, BlockKind::Decision,
                             BlockKind::Meldnorm, BlockKind::Route,    BlockKind::Exception,
                             BlockKind::Topic};

/// A set of block kinds as one number.
using Blocks = std::uint16_t;

constexpr Blocks bit(BlockKind block) {
    return static_cast<Blocks>(1U << static_cast<unsigned>(block));
}

template <class... Kinds>
constexpr Blocks in(Kinds... kinds) {
    return static_cast<Blocks>((bit(kinds) | ...));
}

constexpr Blocks kAnywhere = 0x3FF;

Blocks blocksOf(StatementKind statement) {
    using enum BlockKind;
    switch (statement) {
    case StatementKind::Explanation:
    case StatementKind::Ambiguous:
    case StatementKind::Blank:
    case StatementKind::Personal:
    case StatementKind::Refers: return kAnywhere;
    case StatementKind::Sector:
    case StatementKind::Profession: return in(Meldcode, Library);
    case StatementKind::Version: return in(Meldcode, Library, Framework);
    case StatementKind::Decision:
    case StatementKind::Framework:
    case StatementKind::OpenFramework:
    case StatementKind::Meldnorm:
    case StatementKind::Route:
    case StatementKind::Exception:
    case StatementKind::Topic:
    case StatementKind::Inapplicable:
    case StatementKind::Age: return in(Meldcode, Step);
    case StatementKind::Lapse:
        return in(Meldcode, Step, Question, Framework, Decision, Meldnorm, Route, Exception, Topic);
    case StatementKind::Owner:
    case StatementKind::Decider: return in(Step, Decision);
    case StatementKind::Reporter: return in(Decision);
    case StatementKind::Function:
    case StatementKind::Order: return in(Step);
    case StatementKind::Consults: return in(Step, Topic);
    case StatementKind::Performer: return in(Step, Question, Topic);
    case StatementKind::Participant: return in(Step, Question);
    case StatementKind::Duty: return in(Meldcode, Step, Route, Exception, Topic);
    case StatementKind::Question: return in(Library, Step, Framework);
    case StatementKind::AnswerYes:
    case StatementKind::Rests:
    case StatementKind::Edge: return in(Question);
    case StatementKind::Counts: return in(Library, Framework);
    case StatementKind::Promise: return in(Meldnorm);
    case StatementKind::Ground: return in(Library, Framework, Exception);
    case StatementKind::Closed:
    case StatementKind::Later: return in(Exception);
    case StatementKind::Point:
    case StatementKind::Threshold: return in(Topic);
    case StatementKind::Kind:
    case StatementKind::Follows:
    case StatementKind::Organisation:
    case StatementKind::Authority:
    case StatementKind::Adopted:
    case StatementKind::Consent:
    case StatementKind::Valid:
    case StatementKind::Authorised:
    case StatementKind::Works:
    case StatementKind::Document:
    case StatementKind::Read:
    case StatementKind::Encoded:
    case StatementKind::Reread:
    case StatementKind::Absent:
    case StatementKind::Adheres:
    case StatementKind::Role:
    case StatementKind::Person:
    case StatementKind::Contact:
    case StatementKind::System:
    case StatementKind::Step: return in(Meldcode);
    case StatementKind::Reading: return 0;
    }
    return 0;
}

/// The block that a statement opens, when it is another kind than the one around it.
BlockKind blockOpenedBy(StatementKind statement, BlockKind around) {
    switch (statement) {
    case StatementKind::Step: return BlockKind::Step;
    case StatementKind::Question: return BlockKind::Question;
    case StatementKind::Framework: return BlockKind::Framework;
    case StatementKind::Decision: return BlockKind::Decision;
    case StatementKind::Meldnorm: return BlockKind::Meldnorm;
    case StatementKind::Route: return BlockKind::Route;
    case StatementKind::Exception: return BlockKind::Exception;
    case StatementKind::Topic: return BlockKind::Topic;
    default: return around;
    }
}

support::Localized homesInWords(StatementKind statement) {
    std::vector<support::Localized> words;
    for (const BlockKind home : homesOf(statement)) {
        const auto word = diagnostics::quoted(spelling(keywordOf(home)));
        // A framework of the library and one that is applied begin with the same word.
        if (std::find(words.begin(), words.end(), word) == words.end()) {
            words.push_back(word);
        }
    }
    return diagnostics::oneOf(words);
}

class Remover {
public:
    explicit Remover(Document& document) : document_(document) {}

    std::vector<diagnostics::Diagnostic> run() && {
        for (Unit& unit : document_.units) {
            follows_ = std::any_of(unit.block.begin(), unit.block.end(), [](const Statement& each) {
                return each.kind == StatementKind::Follows;
            });
            clean(unit.block, unit.isFramework ? BlockKind::Library : BlockKind::Meldcode);
        }
        return std::move(messages_);
    }

private:
    void clean(std::vector<Statement>& block, BlockKind kind) {
        std::erase_if(block, [&](Statement& statement) {
            if (statement.kind == StatementKind::Reading || mayStandIn(statement.kind, kind) ||
                opensInherited(statement.kind, kind)) {
                tellReadings(statement);
                clean(statement.block, blockOpenedBy(statement.kind, kind));
                return false;
            }
            const std::string_view word = spelling(syntax::keywordOf(statement.kind));
            messages_.push_back(make<Diag::NotInThisBlock>(statement.span, word, spelling(keywordOf(kind)),
                                                           homesInWords(statement.kind)));
            forget(statement);
            return true;
        });
    }

    /// A question of what is followed may be opened from the top; whether it is there is seen later.
    [[nodiscard]] bool opensInherited(StatementKind statement, BlockKind block) const {
        return follows_ && block == BlockKind::Meldcode && statement == StatementKind::Question;
    }

    void tellReadings(const Statement& statement) {
        // A reading that could not be read was told already.
        if (statement.kind == StatementKind::Ambiguous && statement.block.size() < 2 &&
            document_.unread.empty()) {
            messages_.push_back(make<Diag::TooFewReadings>(statement.span));
        }
    }

    void forget(Statement& statement) {
        std::move(statement.names.begin(), statement.names.end(), std::back_inserter(document_.unread));
        for (Statement& inner : statement.block) {
            forget(inner);
        }
    }

    Document& document_;
    std::vector<diagnostics::Diagnostic> messages_;
    /// The unit at hand follows another.
    bool follows_ = false;
};

} // namespace

bool mayStandIn(StatementKind statement, BlockKind block) {
    return (blocksOf(statement) & bit(block)) != 0;
}

std::vector<BlockKind> homesOf(StatementKind statement) {
    std::vector<BlockKind> homes;
    for (const BlockKind block : kBlocks) {
        if (mayStandIn(statement, block)) {
            homes.push_back(block);
        }
    }
    return homes;
}

std::vector<Keyword> wordsIn(BlockKind block) {
    constexpr std::array kByUse{
        StatementKind::Role,      StatementKind::Step,    StatementKind::AnswerYes, StatementKind::Edge,
        StatementKind::Question,  StatementKind::Owner,   StatementKind::Reporter,  StatementKind::Performer,
        StatementKind::Duty,      StatementKind::Promise, StatementKind::Ground,    StatementKind::Decision,
        StatementKind::Framework, StatementKind::Meldnorm, StatementKind::Route,    StatementKind::Consults,
        StatementKind::Topic,     StatementKind::Version, StatementKind::Point,     StatementKind::Rests,
        StatementKind::Closed,    StatementKind::Explanation};
    std::vector<Keyword> words;
    for (const StatementKind statement : kByUse) {
        if (mayStandIn(statement, block)) {
            words.push_back(syntax::keywordOf(statement));
        }
    }
    return words;
}

Keyword keywordOf(BlockKind block) {
    switch (block) {
    case BlockKind::Meldcode: return Keyword::Meldcode;
    case BlockKind::Library:
    case BlockKind::Framework: return Keyword::Framework;
    case BlockKind::Step: return Keyword::Step;
    case BlockKind::Question: return Keyword::Question;
    case BlockKind::Decision: return Keyword::Decision;
    case BlockKind::Meldnorm: return Keyword::Meldnorm;
    case BlockKind::Route: return Keyword::Route;
    case BlockKind::Exception: return Keyword::Exception;
    case BlockKind::Topic: return Keyword::Topic;
    }
    return Keyword::Meldcode;
}

std::vector<diagnostics::Diagnostic> removeMisplaced(Document& document) {
    return Remover(document).run();
}

} // namespace meldc::syntax
