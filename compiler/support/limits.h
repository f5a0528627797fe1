#pragma once

#include <cstddef>
#include <cstdint>

/// Every bound on size, depth and work. Each has its own diagnostic: input that passes a bound is
/// told so in a sentence, it never crashes or hangs meldc.
namespace meldc::support {

/// In which messages count bytes.
inline constexpr std::size_t kMegabyte = std::size_t{1024} * 1024;
/// Largest file that is read, in bytes. The longest real protocol is under 200 KB.
inline constexpr std::size_t kMaxFileBytes = 8U * 1024U * 1024U;
/// Deepest nesting of braces, brackets and conditions. Recursion in every stage stays below it.
inline constexpr std::size_t kMaxNesting = 100;
/// Most files in one run (protocols with what they import).
inline constexpr std::size_t kMaxFiles = 20'000;
/// Most folders below one another that a search for protocols enters.
inline constexpr std::size_t kMaxFolderDepth = 64;
/// Longest chain of imports, and of levels (model, board, location …).
inline constexpr std::size_t kMaxImportDepth = 64;
/// Most errors told per file; the rest is counted.
inline constexpr std::size_t kMaxErrorsPerFile = 50;
/// Longest name, in bytes.
inline constexpr std::size_t kMaxNameBytes = 200;
/// Most digits of a number in a protocol: larger ones have no meaning there.
inline constexpr std::size_t kMaxNumberDigits = 9;
/// Most operands of one `en` or `of` in a condition.
inline constexpr std::size_t kMaxConditionOperands = 1'000;
/// Most combinations of readings and variants ("worlds") under which a norm is judged. It bounds the
/// work of listing them too: each step of the count gives one that is new.
inline constexpr std::size_t kMaxWorlds = 256;
/// Most bytes of a source document that are gone through to find passages that moved, counted once
/// for each length of passage that is sought.
inline constexpr std::size_t kMaxPassageBytes = 256U * 1024U * 1024U;
/// Most lines quoted from a source document beside one place, and most display columns of them
/// together. Lines stay whole, so that the first may be longer than that.
inline constexpr std::size_t kMaxQuotedLines = 6;
inline constexpr std::size_t kMaxQuotedColumns = 800;
/// Widest line of a source document that is quoted whole, in display columns; a wider one is cut
/// with an ellipsis. The longest line of a real document has 1,523.
inline constexpr std::size_t kMaxQuotedLine = 1'600;
/// Most ranges of lines told in one message; the rest is counted.
inline constexpr std::size_t kMaxShownRanges = 40;
/// A template document: largest file, most parts, largest part and sum of the parts that are read, all
/// unpacked and in bytes, and deepest nesting of elements in a part. Templates with a logo are under
/// 1 MB; a file that unpacks to a thousand times its size stops at the sum.
inline constexpr std::size_t kMaxTemplateBytes = 16U * 1024U * 1024U;
inline constexpr std::size_t kMaxTemplateParts = 2'000;
inline constexpr std::size_t kMaxTemplateUnpackedBytes = 64U * 1024U * 1024U;
inline constexpr std::size_t kMaxTemplateNesting = 200;
/// Deepest nesting of parts in a template of the user's, and most sentences of a document that was written
/// earlier; the longest protocols have 1,500.
inline constexpr std::size_t kMaxTemplateDepth = 20;
inline constexpr std::size_t kMaxPublishedSentences = 6'000;
/// Most facts in one decision.
inline constexpr std::size_t kMaxFacts = 200;
/// Most nodes in one decision diagram.
inline constexpr std::size_t kMaxDiagramNodes = 1'000'000;
/// Most rows in an emitted decision table.
inline constexpr std::size_t kMaxTableRows = 100'000;
/// Most of the largest boxes of one function of facts, also of each that its parts make on the way: each box is compared
/// with all others.
inline constexpr std::size_t kMaxLargestBoxes = 10'000;
/// Most partial cases of a settled row that are tried to see whether other rows say it already. Beyond that the row
/// stays: one more than is needed does no harm.
inline constexpr std::size_t kMaxTriedCases = 4'096;
/// Largest matrix of many protocols that is read, in bytes: some 100,000 protocols.
inline constexpr std::size_t kMaxMatrixBytes = std::size_t{512} * 1024 * 1024;
/// Most statements of one protocol that a matrix remembers, as digests: of a longer one those with
/// the smallest, a sample that is the same whatever it is compared with.
inline constexpr std::size_t kMaxSketch = 512;
/// Most different statements whose words a matrix remembers; the rest is counted.
inline constexpr std::size_t kMaxSketchTexts = 50'000;
/// Farthest look ahead, in days.
inline constexpr std::size_t kMaxDaysAhead = 3'650;
/// Most bytes of answers that `decide` remembers, for all threads together: cases beyond it are worked out each
/// time they come. All cases of the largest protocol without unknown facts take a third of it.
inline constexpr std::size_t kMaxAnswerBytes = 64U * 1024U * 1024U;
/// Longest row of CSV that goes on in further lines, in bytes: a quotation mark that nothing closes must not
/// take the rest of a file along.
inline constexpr std::size_t kMaxRowBytes = 64U * 1024U;
/// Most processes at work at once.
inline constexpr std::size_t kMaxJobs = 256;
/// Most parts into which the work may be divided.
inline constexpr std::size_t kMaxShards = 10'000;
/// Longest user text shown inside a message, in display columns; longer text is cut with an
/// ellipsis.
inline constexpr std::size_t kMaxShownText = 100;
/// Widest source line that a renderer shows, in display columns; longer lines are cut around the
/// caret.
inline constexpr std::size_t kMaxShownLine = 120;

} // namespace meldc::support
