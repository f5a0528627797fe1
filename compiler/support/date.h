#pragma once

#include <charconv>
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace meldc::support {

/// A calendar day, proleptic Gregorian. Only existing days are constructed by `parse`.
struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const Date&) const = default;

    /// Reads `YYYY-MM-DD`; empty when the form differs or the day does not exist.
    static std::optional<Date> parse(std::string_view text) {
        if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
            return std::nullopt;
        }
        Date date;
        const auto number = [&](std::size_t at, std::size_t length, int& out) {
            const auto* begin = text.data() + at;
            const auto result = std::from_chars(begin, begin + length, out);
            // from_chars takes a minus sign, a calendar day has none.
            return *begin != '-' && result.ec == std::errc() && result.ptr == begin + length;
        };
        if (!number(0, 4, date.year) || !number(5, 2, date.month) || !number(8, 2, date.day)) {
            return std::nullopt;
        }
        const std::chrono::year_month_day calendar{
            std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
            std::chrono::day{static_cast<unsigned>(date.day)}};
        if (date.month < 1 || date.day < 1 || !calendar.ok()) {
            return std::nullopt;
        }
        return date;
    }

    /// The day after; nothing after the last day that can be written.
    std::optional<Date> next() const {
        constexpr int kLastYear = 9999;
        const Date date = shifted(1);
        return date.year > kLastYear ? std::nullopt : std::optional(date);
    }
    /// The day before; nothing before the first day that can be written.
    std::optional<Date> previous() const {
        const Date date = shifted(-1);
        return date.year < 0 ? std::nullopt : std::optional(date);
    }

    /// So many days later, or earlier when negative; only for days that can be written.
    Date plusDays(int days) const { return shifted(days); }

    /// `YYYY-MM-DD`.
    std::string str() const {
        const auto pad = [](int value, std::size_t width) {
            auto digits = std::to_string(value);
            return digits.size() < width ? std::string(width - digits.size(), '0') + digits
                                         : digits;
        };
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2);
    }

private:
    Date shifted(int days) const {
        const std::chrono::year_month_day here{std::chrono::year{year},
                                               std::chrono::month{static_cast<unsigned>(month)},
                                               std::chrono::day{static_cast<unsigned>(day)}};
        const std::chrono::year_month_day there{std::chrono::sys_days{here} +
                                                std::chrono::days{days}};
        return {static_cast<int>(there.year()), static_cast<int>(static_cast<unsigned>(there.month())),
                static_cast<int>(static_cast<unsigned>(there.day()))};
    }
};

/// A span of days; either end may be open. Both ends are included.
struct Period {
    std::optional<Date> from;
    std::optional<Date> until;

    /// Whether `date` lies in the period.
    bool contains(const Date& date) const {
        return (!from || *from <= date) && (!until || date <= *until);
    }

    friend bool operator==(const Period&, const Period&) = default;
};

} // namespace meldc::support
