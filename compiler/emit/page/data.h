#pragma once

#include "diagnostics/phrases.h"
#include "emit/build_input.h"
#include "emit/page/own_template.h"
#include "emit/page_words.h"
#include "emit/report_view.h"
#include "emit/sentences/sentences.h"
#include "emit/template_text.h"

#include <kainjow/mustache.hpp>

#include <string>
#include <string_view>
#include <vector>

/// The parts of the page as data for its template. Texts are plain: the template escapes them.
namespace meldc::emit {

using Data = kainjow::mustache::data;
using DataList = kainjow::mustache::list;

/// What every part of the page is made from.
struct PageContext {
    const BuildInput& input;
    const model::Protocol& protocol;
    const model::Vocabulary& vocabulary;
    PageWords words;
    /// Of the protocol with all its readings, not of one world.
    Sentences sentences;
};

/// The style of every page, for templateText().
inline constexpr std::string_view kPageStyle = "protocol.css";

/// Puts `list` under `name`, and whether there is any under "has_<name>".
void put(Data& data, const std::string& name, DataList list);
/// Puts `text` under `name`; an empty text leaves the section out.
void put(Data& data, const std::string& name, const std::string& text);

/// The sentence for a page: names that a terminal shows between backticks stand in quotes.
[[nodiscard]] std::string shownSentence(const support::Localized& text,
                                        support::Language language = support::Language::Dutch);
/// The class of a group in the style of every page.
[[nodiscard]] std::string groupLook(Group group);
/// What the document says at a place, line by line.
[[nodiscard]] DataList quoteData(const evidence::Quotation& quotation,
                                 support::Language language = support::Language::Dutch);
/// A source with the text of it that is in force and until when it was checked.
[[nodiscard]] support::Localized stateText(const baseline::SourceOnDate& source);

/// A statement: text, where it stands in the document, and what makes it less than certain.
[[nodiscard]] Data statement(const PageContext& context, const std::string& text,
                             const model::Origin& origin);

/// What a code says in several ways, as part of a sentence.
[[nodiscard]] std::string slotText(const model::VariantGroup& group, const model::Vocabulary& vocabulary);

/// All that the page of a protocol shows. Needs `input.report`.
[[nodiscard]] Data pageData(const BuildInput& input);
/// The page that a template of the user makes of `data`. `modelSha256` is put behind it when the page does
/// not have it, so that it can be found there.
[[nodiscard]] std::string render(const OwnTemplate& own, Data& data, const std::string& modelSha256);
/// The parts that built-in templates use by name, put into `data`.
void addParts(Data& data);

/// Kind, organisation, sector, dates.
void addIdentity(Data& page, const PageContext& context);
/// Roles, persons, contacts, systems.
void addPeople(Data& page, const PageContext& context);
/// Steps with their duties.
void addSteps(Data& page, const PageContext& context);
/// Framework and questions, as a table and drawn.
void addQuestions(Data& page, const PageContext& context);
/// Promises, routes, decisions, exceptions, topics and other duties.
void addRules(Data& page, const PageContext& context);
/// Blanks, readings, contradictions.
void addOpenEnds(Data& page, const PageContext& context);
/// Verdicts and findings in their groups.
void addVerdicts(Data& page, const PageContext& context);
/// Dates, states of the law, hashes, version.
void addFooter(Data& page, const PageContext& context);

/// Level of a heading below that of a step, question or topic.
inline constexpr int kBelowThing = 4;

/// Its own prose, paragraph by paragraph; the highest heading of a text of its own gets `headingLevel`.
[[nodiscard]] DataList explanationsOf(const PageContext& context,
                                      const std::vector<model::Explanation>& statements, int headingLevel);
/// The sentences of statements that name people.
void addActors(DataList& list, const PageContext& context,
               const std::vector<model::ActorStatement>& statements, ActorSlot slot);
/// Duties of one container, must before may before must not.
[[nodiscard]] DataList dutiesOf(const PageContext& context, model::HomeKind home,
                                std::uint32_t index);

} // namespace meldc::emit
