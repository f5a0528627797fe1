#pragma once

#include "parser/build.h"
#include "parser/lexing.h"
#include "parser/recovery.h"
#include "parser/vetting.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace meldc::parser {

using grammar::MeldParser;

/// One reading of one text: the tokens, the generated parser, and the messages on the way.
class Reading {
public:
    Reading(const support::SourceFile& file, support::FileId id, Messages& messages)
        : file_(file), id_(id), messages_(messages), vetted_(vet(lex(file.text()), file.text(), id, messages)),
          stream_(vetted_.tokens), parser_(&stream_) {
        parser_.removeErrorListeners();
    }

    [[nodiscard]] bool isReadable() const { return vetted_.isReadable; }
    [[nodiscard]] bool isEmpty() const { return vetted_.tokens.size() == 1; }
    /// All tokens, with the mark of the end; each has its number after run().
    [[nodiscard]] const std::vector<SourceToken>& tokens() const { return vetted_.tokens; }

    /// Runs a rule of the grammar. Nearly every text is right and easy: the fast way of predicting
    /// goes first and gives up at the first doubt; only then the full way, with messages.
    template <class Context>
    Context* run(Context* (MeldParser::*rule)()) {
        using antlr4::atn::PredictionMode;
        auto* predictor = parser_.getInterpreter<antlr4::atn::ParserATNSimulator>();
        predictor->setPredictionMode(PredictionMode::SLL);
        parser_.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
        try {
            return (parser_.*rule)();
        } catch (const antlr4::ParseCancellationException&) {
            // The second way follows.
        }
        predictor->setPredictionMode(PredictionMode::LL);
        recovery_ = std::make_shared<Recovery>(stream_, vetted_, id_, messages_);
        parser_.setErrorHandler(recovery_);
        parser_.reset();
        return (parser_.*rule)();
    }

    /// The names in what could not be read.
    [[nodiscard]] std::vector<syntax::Name> unread() const {
        std::vector<syntax::Name> names;
        if (recovery_ == nullptr) {
            return names;
        }
        const Build build = builder();
        for (const auto& [first, last] : recovery_->lost()) {
            // A name right before it on the line is part of the mistake: `acute onveiligheid`.
            const bool isJoined = first > 0 && !vetted_.tokens[first].isFirstOnLine();
            for (std::size_t i = isJoined ? first - 1 : first; i < last; ++i) {
                const std::size_t type = vetted_.tokens[i].getType();
                if (type == Grammar::IDENTIFIER || type == Grammar::STRING ||
                    type == Grammar::INTEGER || type == Grammar::NUMBER_REF) {
                    names.push_back(textOf(build, &vetted_.tokens[i]));
                }
            }
        }
        return names;
    }

    /// Whether a declaration among what could not be read lacks its name: `rol is …`.
    [[nodiscard]] bool missesNames() const {
        if (recovery_ == nullptr) {
            return false;
        }
        return std::any_of(recovery_->lost().begin(), recovery_->lost().end(), [&](const auto& range) {
            std::size_t first = range.first;
            const auto typeAt = [&](std::size_t at) { return vetted_.tokens[at].getType(); };
            while (typeAt(first) == Grammar::KW_DRAFT || typeAt(first) == Grammar::KW_REPLACE) {
                ++first;
            }
            const bool declares = typeAt(first) == Grammar::KW_ROLE || typeAt(first) == Grammar::KW_SYSTEM;
            const std::size_t next = declares ? typeAt(first + 1) : first;
            return declares && next != Grammar::IDENTIFIER && next != Grammar::STRING;
        });
    }

    [[nodiscard]] Build builder() const {
        Build build{file_.text(), id_, messages_, {}};
        if (recovery_ != nullptr) {
            build.lost = recovery_->lost();
        }
        return build;
    }

private:
    const support::SourceFile& file_;
    support::FileId id_;
    Messages& messages_;
    Vetted vetted_;
    VectorTokenStream stream_;
    MeldParser parser_;
    std::shared_ptr<Recovery> recovery_;
};

} // namespace meldc::parser
