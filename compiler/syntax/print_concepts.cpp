#include "syntax/print_concepts.h"

#include "syntax/print_sectors.h"
#include "syntax/words.h"

#include <utility>

namespace meldc::syntax {

namespace {

void writeText(BlockWriter& out, Keyword keyword, const std::optional<Name>& text) {
    if (text) {
        out.line((WordsWriter() << keyword).text(*text));
    }
}

Keyword keywordOfNature(Nature nature) {
    return nature == Nature::Danger    ? Keyword::Danger
           : nature == Nature::Support ? Keyword::Support
                                       : Keyword::Neutral;
}

WordsWriter wordsOfForm(const WordForm& node) {
    WordsWriter words;
    words << Keyword::Phrase;
    for (std::size_t i = 0; i < node.texts.size(); ++i) {
        if (i > 0) {
            words.comma();
        }
        words.text(node.texts[i]);
    }
    if (node.isPlural) {
        words << Keyword::Plural;
    }
    if (!node.objects.empty()) {
        words << Keyword::When << node.objects;
    }
    return words;
}

void writeConceptItems(BlockWriter& out, const Concept& node) {
    writeText(out, Keyword::Definition, node.definition);
    writeText(out, Keyword::And, node.english);
    if (node.nature) {
        out.line(WordsWriter() << Keyword::Nature << keywordOfNature(*node.nature));
    }
    if (node.changeable) {
        out.line(WordsWriter() << Keyword::Changeable);
    }
    if (node.knownLater) {
        out.line(WordsWriter() << Keyword::Later << Keyword::Known);
    }
    if (node.urgent) {
        out.line(WordsWriter() << Keyword::Directly);
    }
    if (!node.excludes.empty()) {
        out.line(WordsWriter() << Keyword::Excludes << Keyword::Out << node.excludes);
    }
    if (!node.protectsMoreThan.empty()) {
        out.line(WordsWriter() << Keyword::Protects << Keyword::More << Keyword::Than
                               << node.protectsMoreThan);
    }
    for (const Yield& yield : node.yields) {
        out.line(WordsWriter() << Keyword::Yields << yield.consequence << Keyword::When << yield.object);
    }
    if (!node.fallsUnder.empty()) {
        out.line(WordsWriter() << Keyword::Falls << Keyword::Under << node.fallsUnder);
    }
    if (node.consults) {
        out.line(WordsWriter() << Keyword::Consults);
    }
    for (const Phrase& phrase : node.phrases) {
        out.line(WordsWriter() << Keyword::Phrase << phrase.answer << phrase.text);
    }
    for (const FactClause& clause : node.clauses) {
        out.line((WordsWriter() << Keyword::As << clause.answer).text(clause.text));
    }
    for (const WordForm& form : node.forms) {
        out.line(wordsOfForm(form));
    }
    if (node.outdatedSince) {
        WordsWriter words;
        words << Keyword::Outdated << Keyword::Since << *node.outdatedSince;
        if (node.replacedBy) {
            words << Keyword::Now << *node.replacedBy;
        }
        out.line(words);
    }
    writeSectorItems(out, node.sector);
}

} // namespace

void write(BlockWriter& out, const Concept& node) {
    WordsWriter head;
    head << Keyword::Concept << node.name << Keyword::Is << keywordOf(node.kind);
    head.text(node.label);
    BlockWriter probe;
    writeConceptItems(probe, node);
    if (std::move(probe).take().empty()) {
        out.line(head);
    } else {
        out.block(head, [&] { writeConceptItems(out, node); });
    }
}

void write(BlockWriter& out, const Implies& node) {
    const auto literal = [](WordsWriter& words, const Literal& side) {
        if (side.negated) {
            words << Keyword::Not;
        }
        words << side.name;
    };
    WordsWriter words;
    words << Keyword::Always;
    literal(words, node.from);
    words.word("=>");
    literal(words, node.to);
    out.line(words);
}

} // namespace meldc::syntax
