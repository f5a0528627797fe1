#include "emit/tables/names.h"

#include "support/utf8.h"

#include <sstream>

namespace meldc::emit {

namespace {

/// Reserved somewhere: in SQL (SQLite, PostgreSQL, DuckDB, Spark), C++, FEEL or JavaScript; or a
/// column of the outputs themselves.
constexpr std::string_view kReserved =
    "abort add after all alter always analyse analyze and any array as asc asymmetric attach auto "
    "autoincrement before begin between binary bitand bitor bool both break by cascade case cast "
    "catch char check class collate collation column commit compl concept conflict consequences "
    "const consteval constexpr constinit constraint context continue create cross current "
    "current_date current_time current_timestamp current_user database date debugger decltype "
    "default deferrable deferred delete desc describe detach distinct do double drop duration each "
    "else end enum escape eval every except exclusive exists explain explicit export extends extern "
    "external fail false fetch filter final finally first float following for foreign friend from "
    "full function generated glob global goto grant group grouping groups grounds having id if "
    "ignore ilike immediate import in index indexed initially inner inserted insert instance "
    "instanceof instead int intersect interval into is isnull join key last lateral leading left let "
    "like limit localtime localtimestamp long materialized minus model module mutable "
    "namespace natural new no noexcept not nothing notnull null nullptr nulls of offset on only open "
    "operator or order others outer over overlaps override partition plan pragma preceding primary "
    "private procedure protected public query raise range recursive references register regexp "
    "reindex reinterpret_cast release rename replace requires restrict return returning right rlike "
    "rollback row rows satisfies savepoint select semi session_user set short signed similar "
    "sizeof some static static_assert static_cast std status struct summarize super switch "
    "symmetric table tablesample template temporary then this thread_local throw ties time to "
    "trailing transaction trigger true try typedef typeid typename typeof unbounded undetermined "
    "union unique unknown unsigned update user using vacuum values var variadic verbose view "
    "virtual void volatile wchar_t when where while window with within without xor yield "
    "allowed forbidden cases input ruled";

constexpr std::size_t kLongest = 60;

bool isPlain(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9') ||
           letter == U'_';
}

std::string inAscii(std::string_view wanted) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (std::size_t at = 0; at < wanted.size() && result.size() < kLongest;) {
        const support::CodePoint point = support::decode(wanted, at);
        at += point.size == 0 ? 1 : point.size;
        char32_t letter = point.value;
        if (letter >= U'A' && letter <= U'Z') {
            letter = letter - U'A' + U'a';
        }
        if (isPlain(letter)) {
            result += static_cast<char>(letter);
        } else if (letter == U'.' || letter == U'-' || letter == U' ') {
            result += '_';
        } else {
            // Any letter that ASCII lacks, by its number.
            result += 'u';
            for (int shift = 12; shift >= 0; shift -= 4) {
                result += kDigits[(static_cast<std::uint32_t>(letter) >> shift) & 15U];
            }
        }
    }
    const bool isStart = !result.empty() && result.front() >= 'a' && result.front() <= 'z';
    return isStart ? result : "x_" + result;
}

} // namespace

PortableNames::PortableNames() {
    std::istringstream words{std::string(kReserved)};
    for (std::string word; words >> word;) {
        taken_.insert(word);
    }
}

std::string PortableNames::take(std::string_view wanted) {
    const std::string plain = inAscii(wanted);
    std::string result = plain;
    for (int number = 2; !taken_.insert(result).second; ++number) {
        result = plain + "_" + std::to_string(number);
    }
    return result;
}

} // namespace meldc::emit
