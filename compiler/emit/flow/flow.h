#pragma once

#include "emit/page_words.h"
#include "emit/sentences/sentences.h"
#include "model/protocol.h"

#include <cstddef>
#include <string>
#include <vector>

/// What a code says as a drawing: rows below one another with what belongs to each beside it, and arrows
/// between rows. Texts are plain. Every form of it says the same, and none says anything by colour alone.
namespace meldc::emit::flow {

/// What stands beside a row.
struct Side {
    /// What leads there, or what it is: "ja", "wie doet het". May be empty.
    std::string label;
    std::string text;
    /// The code does not say it.
    bool isHole = false;
};

/// The way to another row.
struct Arrow {
    std::size_t to = 0;
    /// May be empty.
    std::string label;
};

struct Row {
    std::string text;
    std::vector<Side> sides;
    std::vector<Arrow> arrows;
    /// Nothing is asked or done here: a case, an outcome.
    bool isEnd = false;
    bool isHole = false;
};

struct Flow {
    std::string title;
    /// All of it in words, for whoever does not see it.
    std::string description;
    std::vector<Row> rows;
};

/// The questions of a world, each with what follows which answer. `sentences`: for a document that tells in its words
/// what follows an answer of which the question says nothing.
[[nodiscard]] Flow questionsOf(const model::Protocol& world, const PageWords& words, const Sentences* sentences = nullptr);

/// The steps with who does them and who takes part.
[[nodiscard]] Flow stepsOf(const model::Protocol& protocol, const Sentences& sentences);

/// Who performs a step, and who takes part or is consulted, as on a list; empty: nobody is said to.
struct People {
    std::string performers;
    std::string others;
};
[[nodiscard]] People peopleOf(const model::Step& step, const Nouns& nouns);

/// Across: sides stand beside their row, for paper and wide windows. Down: below it, for narrow ones,
/// where the first form would be out of view or too small to read.
enum class Form { Across, Down };

/// An SVG with a title and a description for a page, whose style gives it colours; empty without rows.
[[nodiscard]] std::string svg(const Flow& flow, Form form);
/// The same as a file that needs no page, with a style for light, dark and paper. `modelSha256`: what it
/// was made from.
[[nodiscard]] std::string svgFile(const Flow& flow, const std::string& modelSha256);
/// The source of a drawing for Mermaid, and for Graphviz.
[[nodiscard]] std::string mermaid(const Flow& flow, const std::string& modelSha256);
[[nodiscard]] std::string dot(const Flow& flow, const std::string& modelSha256);

} // namespace meldc::emit::flow
