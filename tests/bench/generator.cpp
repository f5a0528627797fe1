#include "bench/generator.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

namespace meldc::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kOneInBroken = 100;
constexpr std::array<std::string_view, 5> kModels{"model_po", "model_vo", "model_so",
                                                  "model_kinderopvang", "model_zorg"};
constexpr std::array<std::string_view, 9> kCopied{
    "innovo", "de-meent",    "rbcz",     "zorgaanbieder",      "pro8",
    "voorbeeld", "model-onderwijs", "model-zorg", "model-kinderopvang"};
constexpr std::array<std::string_view, 12> kNames{
    "De Linde", "Het Kompas", "De Wegwijzer", "Het Anker", "De Regenboog", "De Springplank",
    "Ons Huis", "De Vlinder", "Het Palet",    "De Brug",   "De Horizon",   "Het Baken"};
constexpr std::array<std::string_view, 8> kTowns{"Aalst", "Beek",  "Diever",  "Eext",
                                                 "Goor",  "Kampen", "Lisse", "Velp"};
/// Statements that stand on one line and that nothing else refers to.
constexpr std::array<std::string_view, 8> kLoose{"taak ",      "uitleg ",   "raadpleegt ",
                                                 "samen met ", "punt ",     "verwijst ",
                                                 "leeftijd ",  "uitvoerder "};

/// SplitMix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t value = state_ += 0x9E3779B97F4A7C15ULL;
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
        return value ^ (value >> 31U);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool oneIn(std::size_t bound) { return below(bound) == 0; }
    template <class List> std::string pick(const List& list) {
        return std::string(list[below(list.size())]);
    }

private:
    std::uint64_t state_;
};

std::vector<std::string> linesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string_view wordsIn(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(' ');
    return begin == line.npos ? std::string_view() : line.substr(begin);
}

bool isPartOfWord(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' ||
           static_cast<unsigned char>(letter) >= 0x80;
}

/// Replaces a name where it stands as a whole word outside quotation marks.
std::string renamed(const std::string& line, const std::string& from, const std::string& to) {
    std::string result;
    bool isQuoted = false;
    for (std::size_t at = 0; at < line.size();) {
        isQuoted = isQuoted != (line[at] == '"');
        if (isQuoted || !isPartOfWord(line[at])) {
            result += line[at++];
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && isPartOfWord(line[end])) {
            ++end;
        }
        const std::string word = line.substr(at, end - at);
        result += word == from ? to : word;
        at = end;
    }
    return result;
}

/// The unit of a code without its cases and the files that it uses.
class Base {
public:
    explicit Base(const fs::path& file) {
        bool isCase = false;
        for (std::string& line : linesOf(file)) {
            isCase = isCase || line.starts_with("casus ");
            const bool isLeftOut = isCase || line.starts_with("gebruik ");
            isCase = isCase && !line.starts_with("}");
            if (!isLeftOut) {
                lines_.push_back(std::move(line));
            }
        }
        findRoles();
    }

    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }
    /// Roles that may be called otherwise: no kind of role has their name.
    [[nodiscard]] const std::vector<std::string>& roles() const { return roles_; }

private:
    void findRoles() {
        std::set<std::string> kinds;
        for (const std::string& line : lines_) {
            std::istringstream words{std::string(wordsIn(line))};
            std::string first;
            std::string name;
            words >> first >> name;
            if (first == "rol") {
                roles_.push_back(name);
            }
            for (std::string word; words >> word;) {
                kinds.insert(word.substr(0, word.find(',')));
            }
        }
        std::erase_if(roles_, [&](const std::string& role) {
            return role == "is" || std::any_of(lines_.begin(), lines_.end(), [&](const auto& line) {
                       return line.find(" is " + role) != std::string::npos;
                   });
        });
    }

    std::vector<std::string> lines_;
    std::vector<std::string> roles_;
};

class Generator {
public:
    Generator(std::uint64_t seed, const fs::path& policies, fs::path folder)
        : seed_(seed), folder_(std::move(folder)) {
        for (const std::string_view name : kCopied) {
            bases_.emplace_back(policies / name / "protocol.meld");
        }
    }

    Generated run(std::size_t count) {
        Generated result;
        for (std::size_t i = 0; i < count; ++i) {
            Dice dice(seed_ * 1'000'003 + i);
            const bool isFollower = dice.below(100) < 45;
            std::string text = isFollower ? follower(i, dice) : copy(i, dice);
            // Evenly spread, so that a small folder has some as well.
            if (i % kOneInBroken == kOneInBroken / 2 - 1) {
                spoil(text, result.broken++, i);
            }
            write(nameOf(i), text);
            ++result.files;
        }
        return result;
    }

private:
    static std::string nameOf(std::size_t index) {
        std::string number = std::to_string(index);
        number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
        return "code_" + number;
    }

    void write(const std::string& name, const std::string& text) const {
        // A hundred to a folder, as archives do.
        const fs::path folder = folder_ / name.substr(0, name.size() - 2) / name;
        fs::create_directories(folder);
        std::ofstream(folder / "protocol.meld", std::ios::binary) << text;
    }

    static std::string labelOf(Dice& dice) {
        return dice.pick(kNames) + " in " + dice.pick(kTowns);
    }

    /// A short code over a model of the program; one in five over that of its board.
    std::string follower(std::size_t index, Dice& dice) const {
        const std::string label = labelOf(dice);
        std::string model = dice.pick(kModels);
        std::string text;
        if (dice.oneIn(5)) {
            const std::string board = "bestuur_" + std::to_string(index / 20);
            text += "meldcode " + board + " \"Bestuur\" {\n  soort sjabloon\n  volgt " + model +
                    "\n  organisatie \"Stichting " + std::to_string(index / 20) + "\"\n}\n";
            model = board;
        }
        text += "meldcode " + nameOf(index) + " \"Meldcode " + label + "\" {\n  volgt " + model +
                "\n  organisatie \"" + label + "\"\n  bevoegd gezag \"bestuur\"\n  vastgesteld 20" +
                std::to_string(20 + dice.below(6)) + "-0" + std::to_string(1 + dice.below(9)) +
                "-01\n";
        if (!dice.oneIn(4)) {
            text += "  geldig van 2026-01-01\n";
        }
        const std::size_t roles = dice.below(3);
        for (std::size_t i = 0; i < roles; ++i) {
            const std::string role = "rol_" + std::to_string(i) + dice.pick(std::array{"a", "b"});
            text += "  rol " + role + " \"medewerker\" is medewerker\n  taak " + role +
                    (dice.oneIn(3) ? " mag" : " moet") + " vastleggen " +
                    dice.pick(std::array{"signalen", "tegensignalen", "uitkomst_gesprek"}) + "\n";
        }
        for (std::size_t i = dice.below(4); i > 0; --i) {
            text += "  uitleg \"Dit geldt op onze locatie in " + dice.pick(kTowns) + ".\"\n";
        }
        return text + "}\n";
    }

    /// A copy with other names, from which statements were left out and in which some were weakened.
    std::string copy(std::size_t index, Dice& dice) {
        const Base& base = bases_[dice.below(bases_.size())];
        // Most organisations change little in what they copy.
        const std::size_t oneIn = dice.oneIn(4) ? 8 : 60;
        std::vector<std::pair<std::string, std::string>> names;
        for (const std::string& role : base.roles()) {
            if (dice.oneIn(2)) {
                names.emplace_back(role, role + "_" + dice.pick(std::array{"locatie", "school", "team"}));
            }
        }
        std::string text;
        for (std::string line : base.lines()) {
            const std::string_view words = wordsIn(line);
            const bool isLoose = std::any_of(kLoose.begin(), kLoose.end(), [&](const auto& each) {
                return words.starts_with(each) && words.find('{') == words.npos;
            });
            if (isLoose && dice.oneIn(oneIn)) {
                continue;
            }
            if (words.starts_with("taak ") && dice.oneIn(oneIn)) {
                line = renamed(line, "moet", "mag");
            }
            if (words.starts_with("bij ja") && dice.oneIn(oneIn * 2)) {
                line = renamed(line, "melden", "hulp");
            }
            if (words.starts_with("meldcode ")) {
                line = "meldcode " + nameOf(index) + " \"Meldcode " + labelOf(dice) + "\" {";
            } else if (words.starts_with("organisatie ")) {
                continue;
            }
            for (const auto& [from, to] : names) {
                line = renamed(line, from, to);
            }
            text += line + "\n";
            if (line.starts_with("meldcode ")) {
                text += "  organisatie \"" + labelOf(dice) + "\"\n";
            }
        }
        return text;
    }

    static void spoil(std::string& text, std::size_t way, std::size_t index) {
        const std::size_t half = text.size() / 2;
        switch (way % 6) {
        case 0:
            text.resize(half);
            break;
        case 1:
            text.insert(text.rfind('}'), "  taak niemand_" + std::to_string(index) + " moet vastleggen signalen\n");
            break;
        case 2:
            text.insert(half, "\xFF\xFE\x01");
            break;
        case 3:
            text.insert(0, "gebruik \"../bestaat-niet/protocol.meld\"\n");
            break;
        case 4:
            text = std::string("\xD0\xCF\x11\xE0", 4) + std::string(2000, '\0');
            break;
        default:
            text = "// Hier komt de code nog.\n";
        }
    }

    std::uint64_t seed_;
    fs::path folder_;
    std::vector<Base> bases_;
};

} // namespace

Generated generate(std::size_t count, std::uint64_t seed, const fs::path& policies,
                   const fs::path& folder) {
    return Generator(seed, policies, folder).run(count);
}

} // namespace meldc::bench
