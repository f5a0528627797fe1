#pragma once

#include "emit/page_words.h"
#include "emit/prose.h"
#include "emit/publication/involved.h"
#include "emit/publication/publication.h"
#include "emit/sentences/sentences.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meldc::emit {

/// What a contact is called.
[[nodiscard]] std::string nameOfContact(const model::Vocabulary& vocabulary, const model::Contact& contact);
/// Digits of a hash that people see: enough to know whether two prints are of one text.
inline constexpr std::size_t kShownHash = 12;
/// Version and validity, the law, and the beginnings of the hashes, for the foot of each page.
[[nodiscard]] std::string footText(const BuildInput& input, const Sentences& sentences, Audience audience);

/// A statement as it stands in a document.
struct PublishedStatement {
    PublishedStatement(std::string text_, const model::Origin* origin_, std::vector<std::string> notes_ = {})
        : text(std::move(text_)), origin(origin_), notes(std::move(notes_)) {}

    std::string text;
    /// Null: it is about the text, not of it.
    const model::Origin* origin;
    /// What makes it less than certain, beside what its origin says.
    std::vector<std::string> notes;
};
/// Who decides, reports and is finally responsible, also as the step says it in general.
[[nodiscard]] std::vector<PublishedStatement> decidersOf(const model::Protocol& protocol, const Sentences& sentences,
                                                         const model::Decision& decision);
/// A few duties, each once: those that differ only in the condition that two readings of one sentence give them
/// stand together.
[[nodiscard]] std::vector<PublishedStatement> dutiesOnce(const model::Protocol& protocol, const Sentences& sentences,
                                                         const std::vector<const model::Task*>& tasks);
/// Whether a duty stands in this place; of the unit there is but one.
[[nodiscard]] bool isAtHome(const model::Task& task, model::HomeKind home, std::uint32_t index);
/// Duties of one place that say the same but for whether it must, may or may not be done; the same together.
[[nodiscard]] std::vector<const model::Task*> opposedDuties(const model::Protocol& protocol, const Sentences& sentences,
                                                            model::HomeKind home, std::uint32_t index,
                                                            const std::function<bool(const model::Task&)>& isMeant);
/// Duties outside the fixed routes for cases in which something must be done at once.
[[nodiscard]] std::vector<const model::Task*> urgentDuties(const model::Protocol& protocol);
/// Findings about the text itself in which its statements do not agree; see BuildInput::findings.
[[nodiscard]] std::vector<const baseline::Finding*> faultsOf(const BuildInput& input);
/// Whether a statement is a part of one.
[[nodiscard]] bool isClash(const BuildInput& input, const model::Origin& origin);

/// What all documents are put together from: statements as sentences with what makes them less than
/// certain, lists of duties, own prose.
class PublicationWriter {
public:
    PublicationWriter(const BuildInput& input, Publication which, Audience audience);

    [[nodiscard]] document::Document make();

private:
    using Statement = PublishedStatement;
    using Statements = std::vector<Statement>;
    /// Which duties are meant.
    using Choice = std::function<bool(const model::Task&)>;

    [[nodiscard]] bool isHandbook() const { return which_ == Publication::Handbook; }

    // Parts of any document.
    void heading(int level, const std::string& text, const std::string& anchor = {});
    void add(document::Block block) { blocks_.push_back(std::move(block)); }
    void label(const std::string& text);
    /// A sentence with what makes it less than certain.
    [[nodiscard]] document::Runs markedRuns(const std::string& text, const model::Origin& origin) const;
    /// A sentence with its marks, and in a handbook for staff its place in the document.
    [[nodiscard]] document::Runs runsOf(const std::string& text, const model::Origin& origin) const;
    [[nodiscard]] document::Runs runsOf(const Statement& statement) const;
    [[nodiscard]] document::List listOf(const Statements& statements) const;
    /// Nothing when there are none.
    void list(const Statements& statements);
    void paragraphs(const Statements& statements);
    void actors(Statements& list, const std::vector<model::ActorStatement>& statements, ActorSlot slot) const;
    [[nodiscard]] Statements tasksOf(model::HomeKind home, std::uint32_t index, model::Modality modality,
                                     const Choice& isMeant) const;
    /// What is said in two ways, must, may and must not, each below its label; whether there is any. `isTicked`: with
    /// a box before what is done.
    bool duties(model::HomeKind home, std::uint32_t index, const Choice& isMeant = {}, bool isTicked = false);
    /// Own prose, its headings below `level`.
    [[nodiscard]] document::Blocks prose(const std::vector<model::Explanation>& statements, int level) const;
    void explain(const std::vector<model::Explanation>& statements, int level);

    /// Who does a step, in sentences.
    [[nodiscard]] Statements whoDoes(const model::Step& step) const;
    /// In one paragraph.
    void together(const Statements& statements);

    // Protocol and handbook (writer_people.cpp, writer_rules.cpp, writer_close.cpp).
    /// That it is a template, or not finished.
    void notice();
    void head();
    void now();
    /// Whom to call; who has no number gets room for it.
    void contacts(const Involved& involved);
    void inShort();
    void background();
    void people();
    void steps();
    void questions();
    [[nodiscard]] document::Row questionRow(const model::Question& question) const;
    [[nodiscard]] document::Blocks answerCell(const model::Question& question, model::Answer answer) const;
    void promises();
    void decisions();
    void exceptions();
    void topics();
    void rest();
    void words();
    void grounds();
    [[nodiscard]] Statements openEnds() const;
    void open();
    void version();
    void approval();
    [[nodiscard]] std::vector<Statement> holes() const;
    /// How many places are not finished, by what is to be done with them.
    struct OpenCounts {
        /// To be filled in or chosen.
        std::size_t blanks = 0;
        /// Nothing is said, or it can be read in several ways.
        std::size_t places = 0;
        /// Statements that do not agree.
        std::size_t clashes = 0;
        /// What else is wrong with the text.
        std::size_t faults = 0;
    };
    [[nodiscard]] OpenCounts countOpen() const;
    /// `own`: of the organisation itself, not of what it follows.
    [[nodiscard]] std::size_t openWords(bool own) const;

    // Cards of roles (writer_roles.cpp).
    void roleCards();
    void roleCard(std::uint32_t index);
    bool roleNow(std::uint32_t index);
    bool roleSteps(std::uint32_t index);
    bool roleDecisions(std::uint32_t index);
    bool roleTopics(std::uint32_t index);
    /// Whether a card has anything of a place, and whether that is for this role by name.
    enum class Share : std::uint8_t { None, Others, Own };
    /// What this role must, may and may not do; then what it does not say who does, and what others do.
    Share roleDuties(model::HomeKind home, std::uint32_t place, std::uint32_t index, const std::function<void()>& before);
    /// What is said alike behind sentences that follow one another is said once, behind all of them.
    [[nodiscard]] document::List listOnce(const Statements& statements) const;
    /// Whether a topic has duties of this role that must be done at once; they stand in front.
    [[nodiscard]] bool isInFront(std::uint32_t topic, std::uint32_t index) const;
    /// What the code explains, told as its own words.
    void quote(const std::vector<model::Explanation>& statements);

    // The form for notes (writer_record.cpp).
    void record();
    /// Person, group, beginning.
    void recordWhom();
    void recordRoutes();
    void recordSteps();
    void recordQuestions(const std::function<bool(const model::Question&)>& isMeant);
    void recordDecisions();
    void recordExceptions();
    void recordRest();
    /// A table of things to fill in; `isShort`: a line for each is enough.
    void room(const std::string& about, const std::vector<std::string>& names, bool isShort = false);
    /// The systems in which the duties of a place write, the one of most duties first.
    [[nodiscard]] std::vector<model::Ref> filesOf(model::HomeKind home, std::uint32_t index) const;
    /// What the duties of a place write in a system, each once.
    [[nodiscard]] std::vector<std::string> recordedIn(model::HomeKind home, std::uint32_t index, const model::Ref& file) const;
    /// Says into which file what follows goes, where that is not clear; absent: the text does not say.
    void destination(std::optional<model::Ref> file);
    /// Room for a day, who wrote and what the duties of a place write, for each file apart; `last`: in the first one too.
    void fields(model::HomeKind home, std::uint32_t index, const std::string& about, const std::vector<std::string>& last);

    // The paragraph for guide and website (writer_web.cpp).
    void web();

    const BuildInput& input_;
    const model::Protocol& protocol_;
    const model::Vocabulary& vocabulary_;
    Publication which_;
    Audience audience_;
    PageWords words_;
    /// Of a card for a role: told to its reader.
    std::optional<Sentences> sentences_;
    /// Whom the reader of a card for a role deals with.
    std::optional<Involved> involved_;
    document::Blocks blocks_;
    /// The form: whether it goes into several files, else into which; and into which what was added last.
    bool hasFiles_ = false;
    std::optional<model::Ref> onlyFile_;
    std::optional<model::Ref> file_;
};

/// Prose as blocks whose highest heading is `level`; 0: headings are labels, for cells of tables.
[[nodiscard]] document::Blocks proseBlocks(const std::vector<ProseBlock>& prose, int level);

} // namespace meldc::emit
