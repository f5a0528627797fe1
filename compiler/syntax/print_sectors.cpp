#include "syntax/print_sectors.h"

namespace meldc::syntax {

namespace {

void writeSupervision(BlockWriter& out, const Supervision& node) {
    WordsWriter words;
    words << Keyword::Supervision << node.party;
    if (node.source) {
        words << Keyword::Ground << *node.source;
        for (const SourcePart& part : node.parts) {
            words << part;
        }
    }
    words << node.period << node.status;
    if (node.note) {
        words << Keyword::Because << *node.note;
    }
    out.line(words);
}

} // namespace

void writeSectorItems(BlockWriter& out, const SectorItems& node) {
    if (!node.also.empty()) {
        out.line(WordsWriter() << Keyword::Also << node.also);
    }
    if (!node.duties.empty()) {
        out.line(WordsWriter() << Keyword::Requires << node.duties);
    }
    if (node.authority) {
        out.line(WordsWriter() << Keyword::Competent << Keyword::Authority << *node.authority);
    }
    for (const Supervision& each : node.supervision) {
        writeSupervision(out, each);
    }
    if (node.model) {
        WordsWriter words;
        words << Keyword::Follows;
        if (node.model->name) {
            words << *node.model->name;
        } else {
            words << Keyword::Nothing;
        }
        if (node.model->because) {
            words << Keyword::Because << *node.model->because;
        }
        out.line(words);
    }
    for (const Bilingual& note : node.notes) {
        out.line(WordsWriter() << Keyword::Note << note);
    }
}

void writeOutlook(BlockWriter& out, const Outlook& node) {
    WordsWriter words;
    words << Keyword::Outlook << node.known << node.status;
    if (node.expected) {
        words << Keyword::Expects << *node.expected;
    }
    if (!node.norms.empty()) {
        words << Keyword::About << node.norms;
    }
    if (!node.sectors.empty()) {
        words << Keyword::For << node.sectors;
    }
    out.line(words << node.text);
}

} // namespace meldc::syntax
