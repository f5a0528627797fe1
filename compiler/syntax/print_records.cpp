#include "syntax/print_records.h"

namespace meldc::syntax {

namespace {

void writeExpectations(BlockWriter& out, const Case& node) {
    WordsWriter words;
    words << Keyword::Expects;
    if (node.exactly) {
        words << Keyword::Exactly;
    }
    for (std::size_t i = 0; i < node.expectations.size(); ++i) {
        if (i > 0) {
            words.comma();
        }
        const Expectation& expectation = node.expectations[i];
        switch (expectation.kind) {
        case ExpectationKind::Consequence: words << expectation.modality << expectation.name; break;
        case ExpectationKind::Nothing: words << Keyword::Nothing; break;
        case ExpectationKind::Undetermined: words << Keyword::Undetermined; break;
        case ExpectationKind::Deferred: words << Keyword::Deferred; break;
        }
    }
    out.line(words);
}

/// Why, who decided it and when.
void writeDecided(BlockWriter& out, const std::optional<Name>& reason, const std::optional<Name>& by,
                  const std::optional<Date>& on) {
    if (reason) {
        out.line((WordsWriter() << Keyword::Reason).text(*reason));
    }
    if (by && on) {
        out.line((WordsWriter() << Keyword::Decided << Keyword::By).text(*by) << Keyword::On << *on);
    }
}

} // namespace

void write(BlockWriter& out, const Case& node) {
    WordsWriter head;
    (head << Keyword::Case).text(node.label);
    if (node.unit) {
        head << Keyword::For << *node.unit;
    }
    out.block(head, [&] {
        if (node.isDraft) {
            out.line(WordsWriter() << Keyword::Draft);
        }
        for (const CaseFacts& facts : node.facts) {
            WordsWriter words;
            if (facts.later) {
                words << Keyword::Later;
            }
            out.line(words << facts.answer << facts.names);
        }
        if (!node.expectations.empty()) {
            writeExpectations(out, node);
        }
    });
}

void write(BlockWriter& out, const Waiver& node) {
    out.block(WordsWriter() << Keyword::Waiver << node.norm << Keyword::For << node.unit, [&] {
        writeDecided(out, node.reason, node.decidedBy, node.decidedOn);
        if (node.valid.from || node.valid.until) {
            out.line(WordsWriter() << Keyword::Valid << node.valid);
        }
    });
}

void write(BlockWriter& out, const Acceptance& node) {
    WordsWriter head;
    head << Keyword::Acceptance;
    if (node.label) {
        head.text(*node.label);
    }
    out.block(head << Keyword::For << node.unit, [&] {
        for (const AcceptedLoss& loss : node.losses) {
            WordsWriter words;
            if (loss.consequences.empty()) {
                words << Keyword::Undetermined;
            } else {
                words << Keyword::Less << loss.consequences;
            }
            if (loss.when) {
                words << Keyword::When << *loss.when;
            }
            out.line(words);
        }
        writeDecided(out, node.reason, node.decidedBy, node.decidedOn);
        if (node.until) {
            out.line(WordsWriter() << Keyword::Valid << Keyword::Until << Keyword::And << Keyword::With
                                   << *node.until);
        }
    });
}

void write(BlockWriter& out, const Project& node) {
    out.block(WordsWriter() << Keyword::Project, [&] {
        if (node.sector) {
            out.line(WordsWriter() << Keyword::Sector << *node.sector);
        }
        if (node.date) {
            out.line(WordsWriter() << Keyword::Per << *node.date);
        }
        if (node.baseline) {
            out.line((WordsWriter() << Keyword::Baseline).text(*node.baseline));
        }
        if (node.failOn) {
            out.line(WordsWriter() << Keyword::Error << Keyword::When
                                   << (*node.failOn == SeverityWord::Error     ? Keyword::Error
                                       : *node.failOn == SeverityWord::Warning ? Keyword::Warning
                                                                               : Keyword::Info));
        }
        for (const ProjectFormat& format : node.formats) {
            WordsWriter words;
            words << Keyword::Format << format.name;
            out.line(format.file ? words.text(*format.file) : words);
        }
    });
}

} // namespace meldc::syntax
