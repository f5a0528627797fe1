#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#if defined(__GNUC__)
#define MELDC_API [[gnu::visibility("default")]]
#else
#define MELDC_API
#endif

/// libmeldc: what the program `meldc` does with protocols, inside another program.
///
///     const meldc::Result<meldc::Compiler> compiler = meldc::Compiler::make();
///     const meldc::Compilation compiled = compiler->compileFile("school/protocol.meld");
///     for (const meldc::Protocol& protocol : compiled.protocols) {
///         const meldc::Result<meldc::Check> check = protocol.check(day);
///         const meldc::Result<meldc::Decider> decider = protocol.decider(day);
///         const meldc::Result<meldc::Decision> decision = decider->decide({{fact, meldc::Answer::Yes}});
///     }
///
/// Nothing prints, reads the clock or the environment, ends the process or keeps a state of the whole process. What
/// fails is said as a Message; the only exception that leaves a function is std::bad_alloc. A Compiler, a Protocol and
/// a Decider do not change after they were made: copies share what is in them, and any number of threads may use one
/// at the same time. All texts are UTF-8.
namespace meldc {

/// The version of the library: "0.1.0".
[[nodiscard]] MELDC_API std::string version();

/// The language of sentences. Names, ids and statements stay as they were written.
enum class Language : std::uint8_t { Dutch, English };

/// How grave something is.
enum class Severity : std::uint8_t { Info, Warning, Error };

/// What a norm is: law, a norm of the profession, a rule of the house, advice.
enum class Layer : std::uint8_t { Law, Norm, House, Advice };

/// What a norm says of a protocol.
enum class Verdict : std::uint8_t { Satisfied, Violated, Contradicted, Open, NotApplicable, Waived };

/// Why a verdict is open.
enum class OpenBecause : std::uint8_t {
    /// Nothing is written, and the norm leaves silence open.
    Silent,
    /// It hangs on words that only people can fill in.
    OpenTerm,
    /// A sentence can be read in several ways, and they differ.
    Ambiguous,
    /// Only a person can judge it.
    Human,
    /// It hangs on a fact about the organisation that the text does not give.
    OutsideText,
    /// A choice still has to be made, or a draft to be finished.
    Placeholder,
    /// The source document was not read to its end.
    NotEncoded,
    /// There are no questions, so no decision to judge.
    NoDecision,
    /// The requirement is about doubt but ranges over cases without it.
    DoubtNotCounted
};

/// What is known of a fact.
enum class Answer : std::uint8_t { No, Doubt, Yes };

/// Where something stands.
struct Place {
    /// As it was given; of a model inside the library a name that no file has.
    std::string file;
    /// Both from 1; the column counts characters.
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// The source document from which the statement was taken, and the lines or heading there; empty: none is stated.
    std::string document;
    std::string passage;

    friend bool operator==(const Place&, const Place&) = default;
};

/// Something to tell the user: a fault in a text, a finding, a reason why there is no result.
struct Message {
    /// "MC1001"; `meldc explain` has a page on each.
    std::string id;
    Severity severity = Severity::Error;
    /// A sentence in the language that was asked for.
    std::string text;
    /// What to do about it; empty: nothing is said.
    std::string remedy;
    /// The first is where it is; empty: it is in no file.
    std::vector<Place> places;

    friend bool operator==(const Message&, const Message&) = default;
};

/// A value, or the messages that say why there is none.
template <class Value>
class Result {
public:
    Result(Value value) : content_(std::move(value)) {}
    /// `messages` must not be empty.
    Result(std::vector<Message> messages) : content_(std::move(messages)) {}

    /// Whether there is a value.
    [[nodiscard]] explicit operator bool() const { return std::holds_alternative<Value>(content_); }
    /// The value; there must be one.
    [[nodiscard]] const Value& operator*() const { return *std::get_if<Value>(&content_); }
    [[nodiscard]] const Value* operator->() const { return std::get_if<Value>(&content_); }
    /// Why there is no value; there must be none.
    [[nodiscard]] const std::vector<Message>& messages() const {
        return *std::get_if<std::vector<Message>>(&content_);
    }

private:
    std::variant<Value, std::vector<Message>> content_;
};

/// The verdict of one norm.
struct NormVerdict {
    /// Its id.
    std::string norm;
    std::string title;
    Layer layer = Layer::Law;
    Verdict verdict = Verdict::Satisfied;
    /// Only when the verdict is open.
    std::optional<OpenBecause> openBecause;
    /// How grave it is that the norm is not met.
    Severity severity = Severity::Info;
    /// It rests on a text of the law that was reconstructed, not read.
    bool provisional = false;
    /// It holds because no case is of the kind that the norm speaks of.
    bool vacuous = false;
    /// Why, in a sentence.
    std::string reason;
    /// What to do; empty: nothing.
    std::string remedy;
    /// What to ask the organisation when the text cannot show it; empty: nothing.
    std::string ask;
    /// Articles in force on the day, in words.
    std::vector<std::string> grounds;
    /// The statements on which it rests.
    std::vector<Place> places;
};

/// What `meldc check` says of one protocol.
struct Check {
    /// All norms that day, sector and kind select, in the order of the library of norms.
    std::vector<NormVerdict> norms;
    /// Faults that are true of any protocol, whatever the law says.
    std::vector<Message> findings;
    /// What must be said with it: until when the sources of law were checked.
    std::vector<std::string> notices;
    /// Contradictions in meldc itself; empty, unless meldc has a fault. The norms that they name count for nothing.
    std::vector<Message> defects;
    /// The whole as `meldc check --format json` writes it, in the shape of check.schema.json.
    std::string json;
};

/// A fact of which something is known.
struct Fact {
    std::string_view name;
    Answer answer = Answer::Yes;
};

/// A fact that the decision of a protocol asks for.
struct FactInfo {
    std::string name;
    /// In words; empty: the name says it.
    std::string label;
    /// Becomes known only after the decision.
    bool knownLater = false;
};

/// A question on the way of a case.
struct Step {
    std::string question;
    Answer answer = Answer::Yes;
    Place place;
};

/// What a protocol says of a case. Consequences are names of the vocabulary, sorted.
struct Outcome {
    /// What must be done, what may be done, what may not be done.
    std::vector<std::string> consequences;
    std::vector<std::string> allowed;
    std::vector<std::string> forbidden;
    /// The text does not say what happens: the way ends in a hole.
    bool undetermined = false;
    /// The case waits for a new answer.
    bool deferred = false;
    /// The questions on the way.
    std::vector<Step> path;
};

/// What to ask next.
struct NextQuestion {
    /// The fact that can still change the outcome.
    std::string fact;
    /// The question of the protocol that waits for it, with its label and place; empty: a condition elsewhere does.
    std::string question;
    std::string label;
    Place place;
};

/// The answer in some of the ways in which a protocol can be read.
struct Reading : Outcome {
    /// In how many.
    std::size_t worlds = 0;
};

/// What `meldc decide` says of a case: what is certain in every way to read the protocol, whatever is still unknown.
struct Decision : Outcome {
    /// Nothing: no further fact matters.
    std::optional<NextQuestion> next;
    /// Ids of the norms that ask for what is done here.
    std::vector<std::string> grounds;
    /// The protocol's own promises that are not kept here.
    std::vector<std::string> conflicts;
    /// Words that only people can fill in, and choices not yet made, on which the outcome depends.
    std::vector<std::string> dependsOn;
    /// One for each different answer, when the protocol can be read in ways that differ; else empty.
    std::vector<Reading> readings;
    /// There are more ways to read the protocol than were looked at, so it is undetermined.
    bool truncated = false;
    /// As `meldc decide` writes it, in the shape of decide.schema.json, ending in a line feed.
    std::string json;
};

/// The decision of one protocol on a day.
class MELDC_API Decider {
public:
    struct Impl;
    explicit Decider(std::shared_ptr<const Impl> impl);

    /// The facts that questions, routes and duties read, in the order of the vocabulary.
    [[nodiscard]] std::vector<FactInfo> facts() const;
    /// What must be said with every answer: until when the sources of law were checked.
    [[nodiscard]] std::vector<std::string> notices() const;
    /// Answers a case; facts that are left out are unknown. No value when a fact does not exist or is given twice, or
    /// when two facts contradict each other.
    [[nodiscard]] Result<Decision> decide(std::span<const Fact> facts) const;
    [[nodiscard]] Result<Decision> decide(std::initializer_list<Fact> facts) const;
    /// Answers a case as a line of `meldc decide --cases`: {"id": …, "facts": {…}}, in the shape of
    /// case.schema.json. What is wrong with it stands in the answer, as there.
    [[nodiscard]] std::string decideLine(std::string_view line) const;

private:
    std::shared_ptr<const Impl> impl_;
};

/// A protocol that compiled.
class MELDC_API Protocol {
public:
    struct Impl;
    explicit Protocol(std::shared_ptr<const Impl> impl);

    /// Its name in the language: "voorbeeld".
    [[nodiscard]] const std::string& name() const;
    /// Its title.
    [[nodiscard]] const std::string& label() const;
    /// Holds it against the norms in force on a day. No value when no law is known of that day, or when it is no day.
    [[nodiscard]] Result<Check> check(std::chrono::year_month_day day) const;
    /// Its decision, with the norms in force on a day as grounds. No value for the same reasons, and when it has no
    /// questions or is too large.
    [[nodiscard]] Result<Decider> decider(std::chrono::year_month_day day) const;

private:
    std::shared_ptr<const Impl> impl_;
};

/// What became of texts.
struct Compilation {
    /// Those of the first text, or when it has none and uses others, those of these. Empty after an error.
    std::vector<Protocol> protocols;
    /// Errors, warnings and remarks, by place.
    std::vector<Message> messages;
};

/// A text with its name, which may have folders with '/' between.
struct Text {
    std::string_view name;
    std::string_view bytes;
};

/// How a compiler works.
struct Options {
    Language language = Language::Dutch;
    /// A folder with a library of terms, sources of law and norms; empty: the one inside libmeldc.
    std::string library;
};

/// Compiles protocols over a library of norms, which is read once.
class MELDC_API Compiler {
public:
    /// Reads the library. No value when it cannot be read or does not compile.
    [[nodiscard]] static Result<Compiler> make(const Options& options = {});

    /// Compiles a file with what it uses and the waivers beside it. It reads files below the folder above the file's
    /// own, as the program does, each of at most eight megabytes. Of a folder the protocol in it is compiled.
    [[nodiscard]] Compilation compileFile(std::string_view path) const;
    /// Compiles the first text; it may use the others by their names. Nothing is read from the disk. Of two texts of
    /// one name the first counts.
    [[nodiscard]] Compilation compileTexts(std::span<const Text> texts) const;

    /// The hash of the library, which stands in every answer as `baseline`.
    [[nodiscard]] const std::string& librarySha256() const;

private:
    struct Impl;
    explicit Compiler(std::shared_ptr<const Impl> impl);

    std::shared_ptr<const Impl> impl_;
};

} // namespace meldc
