#include "syntax/printer.h"

#include "syntax/print_concepts.h"
#include "syntax/print_records.h"
#include "syntax/print_sectors.h"
#include "syntax/words.h"
#include "syntax/words_writer.h"

#include <utility>

namespace meldc::syntax {

namespace {

void line(BlockWriter& out, Keyword keyword, const std::optional<Name>& text) {
    if (text) {
        out.line((WordsWriter() << keyword).text(*text));
    }
}

void line(BlockWriter& out, Keyword keyword, const std::optional<Bilingual>& texts) {
    if (texts) {
        out.line(WordsWriter() << keyword << *texts);
    }
}

Keyword keywordOf(Layer layer) {
    return layer == Layer::Law     ? Keyword::Law
           : layer == Layer::Norm  ? Keyword::Norm
           : layer == Layer::House ? Keyword::House
                                   : Keyword::Advice;
}

void write(WordsWriter& words, const CapFor& node) {
    words << Keyword::AtMost
          << (node.cap == Cap::Open      ? Keyword::Open
              : node.cap == Cap::Warning ? Keyword::Warning
                                         : Keyword::Info);
    if (node.judge) {
        words << Keyword::For << *node.judge;
    }
}

void write(BlockWriter& out, const Source& node) {
    out.block((WordsWriter() << Keyword::Source << node.name).text(node.label), [&] {
        if (node.bwb) {
            out.line(WordsWriter() << Keyword::Bwb << *node.bwb);
        }
        if (node.kind) {
            out.line(WordsWriter() << Keyword::Kind << *node.kind);
        }
        for (const SourceState& state : node.states) {
            out.line(WordsWriter() << Keyword::State << state.from << state.status);
        }
        if (node.checkedUntil) {
            out.line(WordsWriter() << Keyword::Checked << Keyword::Until << Keyword::And << Keyword::With
                                   << *node.checkedUntil);
        }
        if (node.lapsedOn) {
            WordsWriter words;
            words << Keyword::Lapsed << Keyword::Per << *node.lapsedOn;
            if (node.replacedBy) {
                words << Keyword::Now << *node.replacedBy;
            }
            out.line(words);
        }
        line(out, Keyword::Link, node.link);
        for (const Name& note : node.notes) {
            out.line((WordsWriter() << Keyword::Note).text(note));
        }
        for (const Outlook& outlook : node.outlooks) {
            writeOutlook(out, outlook);
        }
    });
}

void write(BlockWriter& out, const Unit& node) {
    const Keyword word = node.isFramework ? Keyword::Framework : Keyword::Meldcode;
    out.block((WordsWriter() << word << node.name).text(node.label), [&] {
        for (const Statement& statement : node.block) {
            syntax::write(out, statement);
        }
    });
}

void line(BlockWriter& out, Keyword keyword, const std::optional<Selection>& selection) {
    if (!selection) {
        return;
    }
    WordsWriter words;
    words << keyword;
    if (selection->all) {
        words << Keyword::All;
        if (!selection->names.empty()) {
            words << Keyword::Except;
        }
    }
    out.line(words << selection->names);
}

void write(BlockWriter& out, const Ground& node) {
    WordsWriter words;
    words << Keyword::Ground << node.source;
    for (const SourcePart& part : node.parts) {
        words << part;
    }
    words << node.period << node.status;
    if (!node.sectors.empty()) {
        words << Keyword::For << node.sectors;
    }
    out.line(words);
}

void writeItems(BlockWriter& out, const Norm& node) {
    if (node.layer) {
        out.line(WordsWriter() << Keyword::Layer << keywordOf(*node.layer));
    }
    for (const Ground& ground : node.grounds) {
        write(out, ground);
    }
    line(out, Keyword::Sectors, node.sectors);
    line(out, Keyword::Frameworks, node.frameworks);
    if (!node.unitKinds.empty()) {
        WordsWriter words;
        words << Keyword::Holds << Keyword::For << node.unitKinds.front();
        for (std::size_t i = 1; i < node.unitKinds.size(); ++i) {
            words.comma() << node.unitKinds[i];
        }
        out.line(words);
    }
    if (node.silenceViolates) {
        out.line(WordsWriter() << Keyword::When << Keyword::Silence
                               << (*node.silenceViolates ? Keyword::Violated : Keyword::Open));
    }
    if (node.acceptsInapplicable) {
        out.line(WordsWriter() << Keyword::Accepts << Keyword::Not << Keyword::Of << Keyword::Application
                               << Keyword::For << *node.acceptsInapplicable);
    }
    if (node.cap) {
        WordsWriter words;
        write(words, *node.cap);
        out.line(words);
    }
    if (node.onlyIf) {
        out.line(WordsWriter() << Keyword::If << *node.onlyIf);
    }
    // Before the requirements: after one it would be that requirement's own message.
    line(out, Keyword::Message, node.message);
    for (const Requirement& requirement : node.requirements) {
        WordsWriter words;
        words << Keyword::Requires;
        if (requirement.cap) {
            write(words, *requirement.cap);
        }
        words << requirement;
        if (requirement.message) {
            words << Keyword::Message << *requirement.message;
        }
        out.line(words);
    }
    for (const Remark& remark : node.remarks) {
        out.line(WordsWriter() << Keyword::Remark << Keyword::As << remark.when << Keyword::Message << remark.text);
    }
    line(out, Keyword::Remedy, node.remedy);
    line(out, Keyword::Ask, node.ask);
    line(out, Keyword::Note, node.note);
}

void write(BlockWriter& out, const Norm& node) {
    out.block((WordsWriter() << Keyword::Norm << node.id).text(node.label), [&] { writeItems(out, node); });
}

Keyword keywordOf(CoverageHow how) {
    return how == CoverageHow::Text ? Keyword::Text : how == CoverageHow::Cases ? Keyword::Cases : Keyword::Human;
}

void write(BlockWriter& out, const Coverage& node) {
    WordsWriter head;
    head << Keyword::Coverage << node.source;
    for (const SourcePart& part : node.parts) {
        head << part;
    }
    out.block(head, [&] {
        if (node.period.from || node.period.until) {
            out.line(WordsWriter() << node.period);
        }
        WordsWriter words;
        if (!node.norms.empty()) {
            words << Keyword::By << node.norms << Keyword::How;
            for (std::size_t i = 0; i < node.how.size(); ++i) {
                if (i > 0) {
                    words.comma();
                }
                words << keywordOf(node.how[i]);
            }
        } else if (node.isUncovered) {
            words << Keyword::Not;
        }
        if (node.because) {
            words << Keyword::Because << *node.because;
        }
        if (!words.isEmpty()) {
            out.line(words);
        }
    });
}

void write(BlockWriter& out, const Use& node) {
    out.line((WordsWriter() << Keyword::Use).text(node.path));
}

/// Writes declarations of one kind, with an empty line before each or, for one-line declarations,
/// before the first.
template <class Node>
void writeAll(BlockWriter& out, const std::vector<Node>& nodes, bool isGapEach) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i == 0 || isGapEach) {
            out.gap();
        }
        write(out, nodes[i]);
    }
}

} // namespace

std::string print(const Document& document) {
    BlockWriter out;
    writeAll(out, document.uses, false);
    writeAll(out, document.concepts, true);
    writeAll(out, document.implications, false);
    writeAll(out, document.sources, true);
    writeAll(out, document.units, true);
    writeAll(out, document.norms, true);
    writeAll(out, document.coverage, false);
    writeAll(out, document.cases, true);
    writeAll(out, document.waivers, true);
    writeAll(out, document.acceptances, true);
    writeAll(out, document.projects, true);
    return std::move(out).take();
}

std::string print(const Condition& condition) {
    return (WordsWriter() << condition).str();
}

std::string print(const Requirement& requirement) {
    return (WordsWriter() << requirement).str();
}

std::string print(const Statement& statement) {
    BlockWriter out;
    write(out, statement);
    std::string text = std::move(out).take();
    text.pop_back();
    return text;
}

std::string print(const LapsePart& part) {
    WordsWriter words;
    if (part.kind == LapseKind::Authority) {
        words << Keyword::Competent;
    }
    words << part;
    return words.str();
}

std::string printHead(const Statement& statement) {
    WordsWriter words;
    writeHead(words, statement);
    return words.str();
}

} // namespace meldc::syntax
