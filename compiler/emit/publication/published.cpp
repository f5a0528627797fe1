#include "emit/publication/published.h"

#include "diagnostics/catalog.h"
#include "diagnostics/phrases.h"
#include "emit/docx/docx.h"
#include "emit/publication/publication.h"
#include "emit/publication/writer.h"
#include "emit/sentences/sentences.h"
#include "support/limits.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

namespace meldc::emit {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using SentenceList = std::vector<std::string>;

/// From this part of their words in common on, one sentence is another one changed: half.
constexpr std::size_t kAlikeOf = 2;

/// A sentence ends where a capital begins behind its last sign; behind a number none does ("Stap 1. Kijken").
void split(const std::string& text, SentenceList& sentences) {
    std::size_t begin = 0;
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        const bool isEnd = text[at] == '.' || text[at] == '?' || text[at] == '!';
        const char next = text[at + 2];
        const bool isNumber = text[at - 1] >= '0' && text[at - 1] <= '9';
        if (isEnd && !isNumber && text[at + 1] == ' ' && next >= 'A' && next <= 'Z') {
            sentences.push_back(text.substr(begin, at + 1 - begin));
            begin = at + 2;
        }
    }
    sentences.push_back(text.substr(begin));
}

SentenceList sentencesOf(const std::vector<std::string>& paragraphs) {
    SentenceList sentences;
    for (const std::string& paragraph : paragraphs) {
        split(paragraph, sentences);
    }
    return sentences;
}

/// How many sentences are in both, however often.
std::size_t commonOf(const SentenceList& one, const SentenceList& other) {
    std::map<std::string_view, std::size_t> counts;
    for (const std::string& sentence : one) {
        ++counts[sentence];
    }
    std::size_t common = 0;
    for (const std::string& sentence : other) {
        const auto found = counts.find(sentence);
        if (found != counts.end() && found->second > 0) {
            --found->second;
            ++common;
        }
    }
    return common;
}

/// Its words without the signs behind them.
std::multiset<std::string> wordsOf(const std::string& sentence) {
    constexpr std::string_view kSigns = ".,;:?!";
    std::multiset<std::string> words;
    for (std::size_t begin = 0; begin < sentence.size();) {
        const std::size_t end = std::min(sentence.find(' ', begin), sentence.size());
        const std::string word = sentence.substr(begin, end - begin);
        words.insert(word.substr(0, word.find_last_not_of(kSigns) + 1));
        begin = end + 1;
    }
    return words;
}

bool areAlike(const std::string& one, const std::string& other) {
    const auto first = wordsOf(one);
    const auto second = wordsOf(other);
    std::vector<std::string> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
    return common.size() * kAlikeOf >= std::max(first.size(), second.size());
}

/// Where the sentences of a document come from, and which of them are headings.
class Places {
public:
    explicit Places(const document::Document& document) { take(document.blocks); }

    [[nodiscard]] bool isHeading(const std::string& sentence) const { return headings_.contains(sentence); }

    /// Of the sentence itself, or of one that stands in it with marks behind it.
    [[nodiscard]] support::Span of(const std::string& sentence, support::Span otherwise) const {
        const auto exact = places_.find(sentence);
        if (exact != places_.end()) {
            return exact->second;
        }
        std::size_t longest = 0;
        for (const auto& [known, place] : places_) {
            if (known.size() > longest && sentence.find(known) != std::string::npos) {
                longest = known.size();
                otherwise = place;
            }
        }
        return otherwise;
    }

private:
    void take(const document::Blocks& blocks) {
        for (const document::Block& block : blocks) {
            std::visit([&](const auto& each) { part(each); }, block.part);
        }
    }
    void runs(const document::Runs& runs) {
        for (const document::Run& run : runs) {
            if (run.place) {
                SentenceList sentences;
                split(run.text, sentences);
                for (std::string& sentence : sentences) {
                    places_.emplace(std::move(sentence), *run.place);
                }
            }
        }
    }
    void part(const document::Paragraph& paragraph) { runs(paragraph.text); }
    void part(const document::Heading& heading) {
        runs(heading.text);
        std::string whole;
        for (const document::Run& run : heading.text) {
            whole += run.text;
        }
        headings_.insert(std::move(whole));
    }
    void part(const document::List& list) {
        for (const document::Blocks& item : list.items) {
            take(item);
        }
    }
    void part(const document::Table& table) {
        for (const document::Row& row : table.rows) {
            for (const document::Cell& cell : row.cells) {
                take(cell.content);
            }
        }
    }
    void part(const document::Notice& notice) { take(notice.content); }
    void part(const document::Definitions& definitions) {
        for (const document::Definition& entry : definitions.entries) {
            for (const document::Blocks& meaning : entry.meanings) {
                take(meaning);
            }
        }
    }
    template <class Other> void part(const Other&) {}

    std::map<std::string, support::Span> places_;
    std::set<std::string, std::less<>> headings_;
};

/// The sentences that stay, as pairs of indices in both lists, in order: the longest such row. Lists are
/// short enough to be compared each with each.
std::vector<std::pair<std::size_t, std::size_t>> staying(const SentenceList& now, const SentenceList& then) {
    const std::size_t width = then.size() + 1;
    std::vector<std::uint16_t> longest((now.size() + 1) * width, 0);
    for (std::size_t i = now.size(); i-- > 0;) {
        for (std::size_t j = then.size(); j-- > 0;) {
            const std::size_t at = i * width + j;
            longest[at] = now[i] == then[j] ? static_cast<std::uint16_t>(longest[at + width + 1] + 1)
                                            : std::max(longest[at + width], longest[at + 1]);
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < now.size() && j < then.size();) {
        if (now[i] == then[j]) {
            pairs.emplace_back(i++, j++);
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

/// Tells what differs between two sentences that stayed.
class Teller {
public:
    Teller(const std::string& name, const Places& places, const BuildInput& input)
        : name_(name), places_(places), input_(input), whole_(input.decider.protocol->span) {}

    void gap(std::span<const std::string> now, std::span<const std::string> then) {
        const Pairing pairing = paired(now, then);
        for (std::size_t i = 0; i < now.size(); ++i) {
            last_ = places_.of(now[i], last_);
            enter(now[i]);
            if (isOfTheRun(now[i])) {
                // Another day or text gives another one, which nobody wrote by hand.
                continue;
            }
            if (pairing.of[i]) {
                findings_.push_back(make<Diag::PublishedChanged>(last_, name_, then[*pairing.of[i]], now[i], under()));
            } else {
                findings_.push_back(make<Diag::PublishedRemoved>(last_, name_, now[i], under()));
            }
        }
        for (std::size_t at = 0; at < then.size(); ++at) {
            if (!pairing.isTaken[at]) {
                findings_.push_back(make<Diag::PublishedAdded>(last_, name_, then[at], under()));
            }
        }
    }
    /// What is added stands behind what was there.
    void passed(const std::string& sentence) {
        last_ = places_.of(sentence, whole_);
        enter(sentence);
    }

    std::vector<diagnostics::Diagnostic> take() { return std::move(findings_); }

private:
    /// Which sentence of the file each one now became.
    struct Pairing {
        std::vector<std::optional<std::size_t>> of;
        std::vector<bool> isTaken;
    };

    [[nodiscard]] Pairing paired(std::span<const std::string> now, std::span<const std::string> then) const {
        Pairing result{std::vector<std::optional<std::size_t>>(now.size()), std::vector<bool>(then.size(), false)};
        const auto take = [&](std::size_t i, std::size_t at) {
            result.of[i] = at;
            result.isTaken[at] = true;
        };
        for (std::size_t i = 0; i < now.size(); ++i) {
            std::size_t at = 0;
            while (at < then.size() && (result.isTaken[at] || !areAlike(now[i], then[at]))) {
                ++at;
            }
            if (at == then.size() && isOfTheRun(now[i])) {
                at = 0;
                while (at < then.size() && (result.isTaken[at] || !isHash(then[at]))) {
                    ++at;
                }
            }
            if (at < then.size()) {
                take(i, at);
            }
        }
        // One that is left on either side stands in the place of the other: a number, another word.
        const auto i = static_cast<std::size_t>(std::find(result.of.begin(), result.of.end(), std::nullopt) - result.of.begin());
        const auto at = static_cast<std::size_t>(std::find(result.isTaken.begin(), result.isTaken.end(), false) - result.isTaken.begin());
        const bool isOneEach = std::count(result.of.begin(), result.of.end(), std::nullopt) == 1 &&
                               std::count(result.isTaken.begin(), result.isTaken.end(), false) == 1;
        if (isOneEach && isWord(now[i]) && isWord(then[at])) {
            take(i, at);
        }
        return result;
    }
    /// A number, a name, a word: what has no sentence around it.
    static bool isWord(const std::string& text) { return text.find(' ') == std::string::npos; }

    void enter(const std::string& sentence) {
        if (places_.isHeading(sentence)) {
            heading_ = sentence;
        }
    }
    /// "onder ‘Wie u belt’"; empty above the first heading.
    [[nodiscard]] support::Localized under() const {
        return heading_.empty() ? support::Localized{} : diagnostics::phrase(diagnostics::Phrase::PublishedUnder, support::same(heading_));
    }

    /// Whether a sentence says when or of what the document was made.
    [[nodiscard]] bool isOfTheRun(const std::string& sentence) const {
        const auto holds = [&](const std::string& part) { return sentence.find(part) != std::string::npos; };
        return holds(input_.date.str()) || holds(dayText(input_.date)) ||
               holds(input_.modelSha256.substr(0, kShownHash)) || holds(input_.baselineSha256.substr(0, kShownHash));
    }
    static bool isHash(const std::string& sentence) {
        return sentence.size() >= kShownHash && sentence.find_first_not_of("0123456789abcdef") == std::string::npos;
    }

    const std::string& name_;
    const Places& places_;
    const BuildInput& input_;
    support::Span whole_;
    support::Span last_ = whole_;
    /// The heading above the sentence that was looked at last.
    std::string heading_;
    std::vector<diagnostics::Diagnostic> findings_;
};

/// What would be written now, as it is read in a file.
struct Fresh {
    document::Document document;
    SentenceList sentences;
};

} // namespace

PublishedComparison comparePublished(const BuildInput& input, const std::string& name, const docx::DocumentText& text) {
    const SentenceList then = sentencesOf(*text.paragraphs);
    Fresh best;
    PublishedComparison result;
    if (then.size() > support::kMaxPublishedSentences) {
        result.isTooLong = true;
        return result;
    }
    for (const Audience audience : {Audience::Internal, Audience::Public}) {
        for (const Publication which : {Publication::Protocol, Publication::Handbook, Publication::Roles,
                                        Publication::Record, Publication::Web}) {
            Fresh fresh{publicationOf(input, which, audience), {}};
            const auto bytes = docx::write(fresh.document);
            const docx::DocumentText read = bytes ? docx::textOf(*bytes) : docx::DocumentText{};
            if (!read.paragraphs) {
                continue;
            }
            fresh.sentences = sentencesOf(*read.paragraphs);
            const std::size_t common = commonOf(fresh.sentences, then);
            // What all documents say alike makes no document of this protocol.
            const bool isNamed = !then.empty() && then.front() == fresh.sentences.front();
            if (!isNamed && common * kAlikeOf < fresh.sentences.size()) {
                continue;
            }
            // Of those that have as much, the one that lacks least.
            const bool isCloser = common == result.common && fresh.sentences.size() < best.sentences.size();
            if (common > result.common || isCloser) {
                result.common = common;
                best = std::move(fresh);
            }
        }
    }
    if (result.common == 0 || best.sentences.size() > support::kMaxPublishedSentences) {
        return {};
    }
    const support::Span whole = input.decider.protocol->span;
    if (!text.modelSha256.empty() && text.modelSha256 != input.modelSha256) {
        result.findings.push_back(make<Diag::PublishedOther>(whole, name));
    }
    const Places places(best.document);
    Teller teller(name, places, input);
    std::size_t i = 0;
    std::size_t j = 0;
    const std::span<const std::string> nowAll(best.sentences);
    const std::span<const std::string> thenAll(then);
    for (const auto& [one, other] : staying(best.sentences, then)) {
        teller.gap(nowAll.subspan(i, one - i), thenAll.subspan(j, other - j));
        teller.passed(best.sentences[one]);
        i = one + 1;
        j = other + 1;
    }
    teller.gap(nowAll.subspan(i), thenAll.subspan(j));
    for (diagnostics::Diagnostic& finding : teller.take()) {
        result.findings.push_back(std::move(finding));
    }
    return result;
}

} // namespace meldc::emit
