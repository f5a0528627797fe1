#pragma once

#include "support/localized.h"
#include "support/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A document to read and print, whatever the format of its file: what stands in it and how it hangs
/// together. Texts are plain: a writer shows every character of them as itself.
namespace meldc::emit::document {

/// How a part of a sentence stands out.
enum class Look : std::uint8_t {
    Plain,
    Strong,
    Emphasis,
    /// As it is typed.
    Code,
    /// Beside what matters: a source, a mark.
    Note
};

/// A part of a sentence.
struct Run {
    std::string text;
    Look look = Look::Plain;
    /// An address outside, "https://…"; empty: none.
    std::string url = {};
    /// A place in this document (see Heading, Row); empty: none.
    std::string anchor = {};
    /// Absent: that of the document.
    std::optional<support::Language> language = {};
    /// The statement that it says, in a source file; no writer shows it.
    std::optional<support::Span> place = {};
};
using Runs = std::vector<Run>;

/// What is said of something by colour, always beside words that say it.
enum class Tone : std::uint8_t { None, Change, Better, Judge, Fine, Aside };

struct Block;
using Blocks = std::vector<Block>;

/// The title of what follows, up to the next one of its level or above.
struct Heading {
    /// 1 to 4, and none left out between.
    int level = 1;
    Runs text;
    /// For links to it; empty: none. Each at most once in a document.
    std::string anchor = {};
};

enum class Kind : std::uint8_t {
    Body,
    /// What the document is about, below its title.
    Lead,
    /// Says what stands right below it, and is not left behind by it.
    Label,
    /// Words of another text.
    Quote,
    /// Where what follows goes when it is taken over elsewhere, up to the next one.
    Destination
};

struct Paragraph {
    Runs text;
    Kind kind = Kind::Body;
    Tone tone = Tone::None;
};

struct List {
    bool isNumbered = false;
    std::vector<Blocks> items;
    /// The number of the first item.
    int first = 1;
    /// Each item, of one paragraph, begins with a box to tick.
    bool isTicked = false;
};

/// The box of a ticked list.
inline constexpr std::string_view kTick = "\u2610";

/// Words with what belongs to each.
struct Definition {
    Runs term;
    std::vector<Blocks> meanings;
};
struct Definitions {
    std::vector<Definition> entries;
};

struct Cell {
    Blocks content;
};
struct Row {
    std::vector<Cell> cells;
    std::string anchor = {};
    Tone tone = Tone::None;
};
/// The first row names the columns, the first cell of each row what the row is about.
struct Table {
    Runs caption;
    std::vector<Runs> header;
    /// One for each column, in any unit: only their ratio counts.
    std::vector<int> widths;
    std::vector<Row> rows;
};

/// What must not be overlooked.
struct Notice {
    Blocks content;
};

/// Room for a person to write in, at the screen or on paper.
struct Field {
    /// What belongs there, also for who cannot see where it stands.
    std::string label;
    /// What stands there until somebody writes.
    std::string hint;
    /// At least this high.
    int millimetres = 8;
};

/// A picture as PNG.
struct Image {
    std::string png;
    /// What it shows, in words.
    std::string alternative;
    int widthMillimetres = 0;
    int heightMillimetres = 0;
};

/// A picture as SVG, made by this program, whose words stand elsewhere in the document too. Formats that
/// cannot show it leave it out.
struct Drawing {
    Runs caption;
    std::string svg;
};

/// The list of headings up to a level, with a link to each that has an anchor.
struct Contents {
    std::string title;
    int deepest = 2;
};

struct PageBreak {};

/// A part of a document.
struct Block {
    std::variant<Heading, Paragraph, List, Definitions, Table, Notice, Field, Image, Drawing,
                 Contents, PageBreak>
        part;

    template <class Part>
    Block(Part part_) : part(std::move(part_)) {} // NOLINT(google-explicit-constructor)
};

/// At the foot of each page.
struct Footer {
    /// Version, date, hash.
    std::string text;
    /// The words around the numbers in "Page 1 of 12".
    std::string page;
    std::string of;
};

struct Document {
    support::Language language = support::Language::Dutch;
    std::string title;
    /// Whose it is; empty: not said.
    std::string organisation;
    /// The program that made it, and what it was made from, to find it back by.
    std::string generator;
    std::string modelSha256;
    Footer footer;
    Blocks blocks;
    /// To be used as cards: as few pages as can be read.
    bool isCompact = false;
};

/// All headings, in their order. They stand between blocks, never inside a table or list.
[[nodiscard]] std::vector<const Heading*> headingsOf(const Document& document);

/// The runs as they are read, without their looks.
[[nodiscard]] std::string plainText(const Runs& runs);

/// One run of one look.
[[nodiscard]] inline Runs text(std::string words, Look look = Look::Plain) {
    return {Run{std::move(words), look}};
}
/// A paragraph of these words.
[[nodiscard]] inline Paragraph paragraph(std::string words, Look look = Look::Plain) {
    return {text(std::move(words), look)};
}

} // namespace meldc::emit::document
