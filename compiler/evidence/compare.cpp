#include "evidence/compare.h"

#include "support/limits.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace meldc::evidence {

namespace {

/// Lines that a passage went down (or up, when negative).
using Shift = std::int64_t;

std::uint32_t sizeOf(const LineRange& range) {
    return range.last - range.first + 1;
}

LineRange shifted(const LineRange& range, Shift shift) {
    return {static_cast<std::uint32_t>(range.first + shift),
            static_cast<std::uint32_t>(range.last + shift)};
}

/// What looking at one window of lines costs besides its bytes.
constexpr std::size_t kWindowCost = 64;

/// First lines at which the words of a passage stand, rising.
using Places = std::vector<std::uint32_t>;

/// Finds where the words of recorded passages stand in a text.
class Searcher {
public:
    Searcher(const LockedDocument& locked, const Text& text) : text_(text) {
        for (const LockedPassage& passage : locked.passages) {
            bySize_[sizeOf(passage.lines)].try_emplace(passage.digest);
        }
    }

    /// Whether all could be looked for.
    bool run() {
        std::size_t left = support::kMaxPassageBytes;
        for (auto& [size, wanted] : bySize_) {
            for (LineRange window{1, size}; text_.has(window); window = shifted(window, 1)) {
                const std::size_t cost = text_.bytesIn(window) + kWindowCost;
                if (cost > left) {
                    return false;
                }
                left -= cost;
                if (const auto at = wanted.find(text_.digest(window)); at != wanted.end()) {
                    at->second.push_back(window.first);
                }
            }
        }
        return true;
    }

    [[nodiscard]] const Places& placesOf(const LockedPassage& passage) const {
        return bySize_.at(sizeOf(passage.lines)).at(passage.digest);
    }

private:
    const Text& text_;
    /// By number of lines, then by digest.
    std::map<std::uint32_t, std::unordered_map<std::string, Places>> bySize_;
};

/// A passage that holds text and whose words stand at one place: it tells how far its surroundings
/// moved.
struct Anchor {
    std::uint32_t line;
    Shift shift;
};

std::vector<Anchor> anchorsOf(const LockedDocument& locked, const Text& text,
                              const Searcher& searcher) {
    std::vector<Anchor> anchors;
    for (const LockedPassage& passage : locked.passages) {
        const Places& places = searcher.placesOf(passage);
        if (places.size() == 1 && text.hasText(places.front())) {
            const std::uint32_t line = passage.lines.first;
            anchors.push_back({line, static_cast<Shift>(places.front()) - line});
        }
    }
    return anchors;
}

/// How far the anchor nearest to a line moved; of two the one before it. Anchors are in order.
Shift shiftAt(const std::vector<Anchor>& anchors, std::uint32_t line) {
    const auto after = std::upper_bound(
        anchors.begin(), anchors.end(), line,
        [](std::uint32_t wanted, const Anchor& each) { return wanted < each.line; });
    if (after == anchors.begin()) {
        return after == anchors.end() ? 0 : after->shift;
    }
    const Anchor& before = *std::prev(after);
    const bool isAfterNearer = after != anchors.end() && after->line - line < line - before.line;
    return isAfterNearer ? after->shift : before.shift;
}

LineRange cutTo(const Text& text, const LineRange& range, Shift shift) {
    const auto cut = [&](std::uint32_t line) {
        return static_cast<std::uint32_t>(
            std::clamp<Shift>(line + shift, 1, static_cast<Shift>(text.lineCount())));
    };
    return {cut(range.first), cut(range.last)};
}

/// Of places, not empty, the one nearest to a line; of two the first.
std::uint32_t nearestTo(const Places& places, Shift line) {
    const auto after = std::lower_bound(places.begin(), places.end(), line);
    if (after == places.begin()) {
        return *after;
    }
    const std::uint32_t before = *std::prev(after);
    return after != places.end() && *after - line < line - before ? *after : before;
}

/// Whether a recorded passage held no text. A very long one is taken to hold some.
bool wasBlank(const LockedPassage& passage) {
    constexpr std::uint32_t kMostBlankLines = 1'000;
    const std::uint32_t size = sizeOf(passage.lines);
    return size <= kMostBlankLines &&
           passage.digest == Text(std::string(size, '\n')).digest({1, size});
}

PassageFate fateOf(const LockedPassage& passage, const Places& places, Shift shift,
                   const Text& text) {
    const LineRange& lines = passage.lines;
    const Shift expected = lines.first + shift;
    if (wasBlank(passage)) {
        // Blank lines are everywhere: one belongs to the text around it or is gone.
        const bool isThere = std::binary_search(places.begin(), places.end(), expected);
        return {!isThere     ? Fate::Blank
                : shift == 0 ? Fate::Same
                             : Fate::Moved,
                cutTo(text, lines, shift)};
    }
    if (places.empty()) {
        return {Fate::Changed, cutTo(text, lines, shift)};
    }
    const Shift moved = static_cast<Shift>(nearestTo(places, expected)) - lines.first;
    return {moved == 0 ? Fate::Same : Fate::Moved, shifted(lines, moved)};
}

} // namespace

Comparison::Comparison(const LockedDocument& locked, const Text& text)
    : isChanged_(locked.sha256 != text.sha256()) {
    if (!isChanged_) {
        for (const LockedPassage& passage : locked.passages) {
            fates_[{passage.lines.first, passage.lines.last}] = {Fate::Same, passage.lines};
        }
        return;
    }
    Searcher searcher(locked, text);
    isCutShort_ = !searcher.run();
    const std::vector<Anchor> anchors = anchorsOf(locked, text, searcher);
    for (const LockedPassage& passage : locked.passages) {
        fates_[{passage.lines.first, passage.lines.last}] = fateOf(
            passage, searcher.placesOf(passage), shiftAt(anchors, passage.lines.first), text);
    }
}

const PassageFate* Comparison::find(const LineRange& lines) const {
    const auto at = fates_.find({lines.first, lines.last});
    return at == fates_.end() ? nullptr : &at->second;
}

} // namespace meldc::evidence
