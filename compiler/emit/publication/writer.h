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
/// A definition behind words that begin the sentence.
[[nodiscard]] std::string inSentence(std::string definition);
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
    /// In which readings it is said stands above it.
    bool areReadingsTold = false;
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
/// Whether an exception stands in a step (`index`), or is to what the step is for, wherever it stands.
[[nodiscard]] bool isStepExcepted(const model::Protocol& protocol, const model::Exception& exception, std::uint32_t index);
/// Whether something must be done before a day is over.
[[nodiscard]] bool isAtOnce(const model::Task& task);
/// Whether the organisation says something itself of a subject that no duty makes one role's own: one without duties, or
/// that says no more than where something is kept, since everybody has to do with data.
[[nodiscard]] bool isForAll(const model::Protocol& protocol, std::uint32_t topic);
/// Duties and bans outside the fixed routes for cases in which something must be done at once.
[[nodiscard]] std::vector<const model::Task*> urgentDuties(const model::Protocol& protocol);
/// Duties of one and the same case: the case is said once, above them.
struct UrgentCase {
    /// "Als er gevaar dreigt".
    std::string when;
    /// Which readings of the text make it narrower; empty: none.
    std::string readings;
    /// Without the case.
    std::vector<PublishedStatement> duties;
    /// Those that the duties are of, in the same order.
    std::vector<const model::Task*> tasks;
};
/// Urgent duties by their case. What two readings of one sentence say is said once.
[[nodiscard]] std::vector<UrgentCase> urgentCases(const model::Protocol& protocol, const Sentences& sentences,
                                                  const std::vector<const model::Task*>& tasks);
/// Whether another duty of the same place asks all that this one does, and neither hangs on anything.
[[nodiscard]] bool isSaidWider(const model::Protocol& protocol, const model::Task& task);
/// Whether a duty keeps what was written before.
[[nodiscard]] bool isKeeping(const model::Vocabulary& vocabulary, const model::Task& task);
/// Whether what is put there leads to something else, as a signal for others does: nothing is recorded or kept there.
[[nodiscard]] bool isForSignals(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Ref& file);
/// When duties write in a file that do so unless something is the case.
struct Written {
    /// Each case as a clause, once; none: they always do.
    std::vector<std::string> clauses;
    /// Whether all of them write in this one case only.
    bool isAll = true;
};
/// That of the duties meant.
[[nodiscard]] Written writtenWhen(const model::Protocol& protocol, const Sentences& sentences, const model::Ref& file,
                                  const std::function<bool(const model::Task&)>& isMeant);
/// What does not agree with a statement, each in a sentence without a period: what clashes with what.
[[nodiscard]] std::vector<std::string> clashesOf(const BuildInput& input, const Sentences& sentences,
                                                 const model::Origin& origin);
/// What promises say and the questions do not keep, each in a sentence.
[[nodiscard]] std::vector<std::string> brokenByQuestions(const BuildInput& input, const Sentences& sentences);
/// With whom to confer where a text does not agree with itself, as a sentence; empty where nobody advises.
[[nodiscard]] std::string askInClash(const model::Vocabulary& vocabulary, const model::Protocol& protocol);
/// That, for a card on which brokenByQuestions() stands in marks; empty: it does not.
[[nodiscard]] std::string askOnCard(const BuildInput& input, const Sentences& sentences);
/// Whether all that does not agree with a statement is told by brokenByQuestions().
[[nodiscard]] bool isBrokenByQuestions(const BuildInput& input, const model::Origin& origin);
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
    /// Whether the organisation still has something to fill in, to choose or to mend.
    [[nodiscard]] bool isUnfinished() const { return !openEnds().empty() || openWords(true) > 0; }
    /// That the text is not finished, and how many places are open; empty: it is.
    [[nodiscard]] std::string openNotice() const;
    /// Whom staff must be able to call, and who has no number.
    [[nodiscard]] std::vector<std::string> missingPhones() const;

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
    /// Who does what a topic asks, whom they ask for advice, and when it begins.
    [[nodiscard]] Statements whoDoes(const model::Topic& topic) const;
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
    /// What is promised and the questions do not keep, and whom to ask then.
    void brokenPromises();
    [[nodiscard]] document::Row questionRow(const model::Question& question) const;
    [[nodiscard]] document::Blocks answerCell(const model::Question& question, model::Answer answer) const;
    void promises(int level = 1);
    void decisions();
    void exceptions();
    void topics();
    void rest();
    void words();
    void grounds();
    [[nodiscard]] Statements openEnds() const;
    /// What the table of the version should say and does not, where no blank asks for it.
    [[nodiscard]] Statements missingFields() const;
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
        /// Telephone numbers of people to call.
        std::size_t phones = 0;
    };
    [[nodiscard]] OpenCounts countOpen() const;
    /// `own`: of the organisation itself, not of what it follows.
    [[nodiscard]] std::size_t openWords(bool own) const;

    // Cards of roles (writer_roles.cpp, writer_role_duties.cpp, writer_role_weighing.cpp).
    void roleCards();
    void roleCard(std::uint32_t index);
    /// A part of a card; whether something in it is this role's own.
    bool roleNow(std::uint32_t index);
    /// What must be done at once outside the routes, by whom it may be: anybody can be the first to see it.
    void roleUrgent(std::uint32_t index);
    bool roleSteps(std::uint32_t index);
    bool roleDecisions(std::uint32_t index);
    bool roleTopics(std::uint32_t index);
    /// Whether this role makes the exception or has a duty in it.
    bool roleException(std::uint32_t place, std::uint32_t index, const std::function<void(const std::string&)>& title);
    /// Whether a role does what an exception is to: it takes part in that step, or reports.
    [[nodiscard]] bool isExcepted(const model::Exception& exception, std::uint32_t index) const;
    /// Whether a role answers the questions, takes part in that, or decides on what follows.
    [[nodiscard]] bool isWeighing(std::uint32_t index) const;
    /// The questions with where their answers lead, and what is promised.
    void roleWeighing();
    /// Whether a card has anything of a place, and whether that may be for this role in every case, or is by name.
    enum class Share : std::uint8_t { None, Others, Open, Own };
    /// What this role must, may and must not do; then what others do with it, what it does not say who does, and what
    /// others do.
    Share roleDuties(model::HomeKind home, std::uint32_t place, std::uint32_t index, const std::function<void()>& before);
    /// Whether a duty of others is done with this role, or tells it something.
    [[nodiscard]] bool isPartner(const model::Task& task, std::uint32_t index) const;
    /// A list below a label, if there is any.
    void labelled(diagnostics::Phrase title, const Statements& statements);
    /// Who does it, when that is not settled, is said once above all that it is of. `isSaidAbove`: the label says that
    /// nobody is named; what the text says instead is left.
    void listOpen(const Statements& statements, bool isSaidAbove = false);
    /// Whether a topic has duties that must be done at once; they stand in front.
    [[nodiscard]] bool isInFront(std::uint32_t topic) const;
    /// What the code explains, told as its own words.
    void quote(const std::vector<model::Explanation>& statements);

    // The form for notes (writer_record.cpp).
    void record();
    /// Person, group, beginning.
    void recordWhom();
    /// "Naam van het kind", of whom it is about; empty when the vocabulary has no word for that.
    [[nodiscard]] std::string nameOfWhom() const;
    void recordRoutes();
    void recordSteps();
    void recordQuestions(const std::function<bool(const model::Question&)>& isMeant);
    void recordDecisions();
    void recordExceptions();
    /// What stands elsewhere and is done for one person, or written down as well (writer_record_topics.cpp).
    void recordRest();
    [[nodiscard]] bool hasTask(model::HomeKind home, std::uint32_t index, const Choice& isMeant) const;
    [[nodiscard]] bool isTopicInRecord(std::uint32_t topic) const;
    /// Whether the duties outside steps and topics are in the form.
    [[nodiscard]] bool isRestInRecord() const;
    [[nodiscard]] std::string titleOfTopic(std::uint32_t topic) const;
    /// Which parts of the protocol with duties are not in the form; empty: none.
    [[nodiscard]] std::string notInRecord() const;
    /// The decisions that are taken in a step; in none: those that neither say their step nor are written down in one.
    [[nodiscard]] std::vector<const model::Decision*> decisionsIn(std::optional<std::uint32_t> step) const;
    void recordDecision(const model::Decision& decision);
    /// A table of things to fill in; `isShort`: a line for each is enough.
    void room(const std::string& about, const std::vector<std::string>& names, bool isShort = false);
    // Which part goes into which file (writer_record_files.cpp).
    /// Where something is written down, or where a signal for others is put.
    enum class FileKind : std::uint8_t { Records, Signals };
    /// The systems in which the duties of a place write, the one of most duties first.
    [[nodiscard]] std::vector<model::Ref> filesOf(model::HomeKind home, std::uint32_t index,
                                                  FileKind kind = FileKind::Records) const;
    /// The first of them, if any.
    [[nodiscard]] std::optional<model::Ref> fileOf(model::HomeKind home, std::uint32_t index) const;
    /// The systems in which the duties of a step write what was decided.
    [[nodiscard]] std::vector<model::Ref> filesOfDecisions(std::uint32_t step) const;
    /// All systems in which the form is kept.
    [[nodiscard]] std::vector<model::Ref> allFiles() const;
    /// What the duties of a place write in a system, each once; not what decisions ask for there themselves.
    [[nodiscard]] std::vector<std::string> recordedIn(model::HomeKind home, std::uint32_t index, const model::Ref& file) const;
    /// Says into which file what follows goes, where that is not clear; absent: the text does not say. Another file
    /// than that of what stands above begins on a sheet of its own. `written`: when something of it goes there.
    void destination(std::optional<model::Ref> file, const Written& written = {});
    /// With when the duties of a place write there.
    void destinationIn(std::optional<model::Ref> file, model::HomeKind home, std::uint32_t index);
    /// The role that signals and questions go to in the organisation, if there is one.
    [[nodiscard]] std::optional<std::uint32_t> focalRole() const;
    /// That the text does not say which file, and whom to ask.
    [[nodiscard]] std::string putWhere() const;
    /// Room for a day, who wrote and signs and what the duties of a place write, for each file apart; `more`: in the
    /// first one too.
    void fields(model::HomeKind home, std::uint32_t index, const std::string& about, const std::vector<std::string>& more);

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
    /// The form: whether something stands in it that goes into a file.
    bool isInFile_ = false;
    /// What the questions do not keep stands above them.
    bool isClashTold_ = false;
};

/// Prose as blocks whose highest heading is `level`; 0: headings are labels, for cells of tables.
[[nodiscard]] document::Blocks proseBlocks(const std::vector<ProseBlock>& prose, int level);

} // namespace meldc::emit
