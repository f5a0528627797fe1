#include "emit/publication/writer.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;

constexpr int kLowestHeading = 4;

doc::Runs proseRuns(const std::vector<ProseRun>& prose) {
    doc::Runs runs;
    for (const ProseRun& run : prose) {
        const doc::Look look = run.isCode       ? doc::Look::Code
                               : run.isStrong   ? doc::Look::Strong
                               : run.isEmphasis ? doc::Look::Emphasis
                                                : doc::Look::Plain;
        runs.push_back({(run.isAfterBreak ? "\n" : "") + run.text, look, run.link, {}, {}});
    }
    return runs;
}

doc::Table proseTable(const ProseBlock& block) {
    doc::Table table;
    for (const ProseBlock& row : block.children) {
        doc::Row made;
        for (const ProseBlock& cell : row.children) {
            if (row.isHead) {
                table.header.push_back(proseRuns(cell.runs));
            } else {
                made.cells.push_back({{doc::Paragraph{proseRuns(cell.runs)}}});
            }
        }
        if (!row.isHead) {
            table.rows.push_back(std::move(made));
        }
    }
    return table;
}

void addProse(doc::Blocks& blocks, const ProseBlock& block, int level, bool isQuoted) {
    using Kind = ProseBlock::Kind;
    switch (block.kind) {
    case Kind::Paragraph:
    case Kind::Code:
    case Kind::Cell:
        blocks.push_back(doc::Paragraph{proseRuns(block.runs), isQuoted ? doc::Kind::Quote : doc::Kind::Body});
        break;
    case Kind::Heading:
        if (level > 0) {
            blocks.push_back(doc::Heading{std::min(level + block.level - 1, kLowestHeading), proseRuns(block.runs)});
        } else {
            blocks.push_back(doc::Paragraph{proseRuns(block.runs), doc::Kind::Label});
        }
        break;
    case Kind::List: {
        doc::List list{block.isOrdered, {}, block.first};
        for (const ProseBlock& item : block.children) {
            // Headings stand between blocks, never in a list.
            list.items.push_back(proseBlocks(item.children, 0));
        }
        blocks.push_back(std::move(list));
        break;
    }
    case Kind::Table:
        blocks.push_back(proseTable(block));
        break;
    case Kind::Quote:
        for (const ProseBlock& child : block.children) {
            addProse(blocks, child, 0, true);
        }
        break;
    case Kind::Item:
    case Kind::Row:
        for (const ProseBlock& child : block.children) {
            addProse(blocks, child, 0, isQuoted);
        }
        break;
    case Kind::Rule:
        break;
    }
}

} // namespace

document::Blocks proseBlocks(const std::vector<ProseBlock>& prose, int level) {
    doc::Blocks blocks;
    for (const ProseBlock& block : prose) {
        addProse(blocks, block, level, false);
    }
    return blocks;
}

} // namespace meldc::emit
