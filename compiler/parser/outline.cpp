#include "parser/parser.h"

#include "parser/reading.h"
#include "parser/text_checks.h"

namespace meldc::parser {

namespace {

using syntax::LayoutRole;
using syntax::LayoutToken;

/// Gives each token of a text without mistakes its role.
class Outline {
public:
    explicit Outline(std::vector<LayoutToken>& tokens) : tokens_(tokens) {}

    void visit(antlr4::ParserRuleContext* context) {
        const bool isDocument = context->getRuleIndex() == MeldParser::RuleDocument;
        const bool isBlock = !context->children.empty() &&
                             typeOf(context->children.front()) == MeldParser::LBRACE;
        const std::size_t rule = context->getRuleIndex();
        for (antlr4::tree::ParseTree* child : context->children) {
            const std::size_t type = typeOf(child);
            if (type == antlr4::Token::INVALID_TYPE) {
                auto* inner = static_cast<antlr4::ParserRuleContext*>(child);
                if (isDocument || isBlock) {
                    role(inner->getStart(), LayoutRole::Statement);
                }
                visit(inner);
            } else if (isBlock && type == MeldParser::LBRACE) {
                role(symbolOf(child), LayoutRole::Opens);
            } else if (isBlock && type == MeldParser::RBRACE) {
                role(symbolOf(child), LayoutRole::Closes);
            } else if (rule == MeldParser::RuleNormItem && type == MeldParser::KW_MESSAGE &&
                       child != context->children.front()) {
                role(symbolOf(child), LayoutRole::Part);
            } else if (rule == MeldParser::RuleBilingual && type == MeldParser::KW_AND) {
                role(symbolOf(child), LayoutRole::Aligned);
                tokens_[symbolOf(child)->getTokenIndex()].below =
                    context->getStart()->getTokenIndex();
            }
        }
    }

private:
    /// The type of a leaf; that of no token for a rule.
    static std::size_t typeOf(antlr4::tree::ParseTree* node) {
        const antlr4::Token* token = symbolOf(node);
        return token == nullptr ? antlr4::Token::INVALID_TYPE : token->getType();
    }

    static const antlr4::Token* symbolOf(antlr4::tree::ParseTree* node) {
        auto* leaf = dynamic_cast<antlr4::tree::TerminalNode*>(node);
        return leaf == nullptr ? nullptr : leaf->getSymbol();
    }

    void role(const antlr4::Token* token, LayoutRole role) {
        tokens_[token->getTokenIndex()].role = role;
    }

    std::vector<LayoutToken>& tokens_;
};

} // namespace

std::optional<std::vector<LayoutToken>> outline(const support::SourceFile& file,
                                                support::FileId id, diagnostics::Sink& sink) {
    Messages messages;
    std::optional<std::vector<LayoutToken>> result;
    if (isReadable(file, id, messages)) {
        Reading reading(file, id, messages);
        if (reading.isReadable()) {
            MeldParser::DocumentContext* context = reading.run(&MeldParser::document);
            if (messages.isEmpty()) {
                result.emplace();
                for (const SourceToken& token : reading.tokens()) {
                    result->push_back({token.begin(), token.end()});
                }
                Outline(*result).visit(context);
                // The mark of the end is no word.
                result->pop_back();
            }
        }
    }
    messages.moveTo(sink);
    return result;
}

} // namespace meldc::parser
