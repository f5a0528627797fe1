#include "pipeline/case_scanner.h"

namespace meldc::pipeline {

namespace {

bool isJsonBlank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}
bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// A place in a line of JSON.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}

    [[nodiscard]] bool isAtEnd() const { return at_ == text_.size(); }
    [[nodiscard]] char here() const { return isAtEnd() ? '\0' : text_[at_]; }

    void skipBlanks() {
        while (!isAtEnd() && isJsonBlank(text_[at_])) {
            ++at_;
        }
    }

    /// Goes past a sign, with the blanks before it.
    bool take(char sign) {
        skipBlanks();
        if (here() != sign) {
            return false;
        }
        ++at_;
        return true;
    }

    /// A string of printing ASCII without escapes, with its quotation marks.
    bool takePlainString(std::string_view& result) {
        skipBlanks();
        const std::size_t begin = at_;
        if (here() != '"') {
            return false;
        }
        for (++at_; !isAtEnd() && text_[at_] != '"'; ++at_) {
            const auto letter = static_cast<unsigned char>(text_[at_]);
            if (letter < 0x20 || letter > 0x7E || letter == '\\') {
                return false;
            }
        }
        if (isAtEnd()) {
            return false;
        }
        result = text_.substr(begin, ++at_ - begin);
        return true;
    }

    bool takeWord(std::string_view& result) {
        skipBlanks();
        for (const std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at_, word.size()) == word) {
                result = word;
                at_ += word.size();
                return true;
            }
        }
        return false;
    }

    /// A whole number, without a zero before it.
    bool takeWholeNumber(std::string_view& result) {
        skipBlanks();
        const std::size_t begin = at_;
        at_ += here() == '-' ? 1 : 0;
        const std::size_t digits = at_;
        while (isDigit(here())) {
            ++at_;
        }
        result = text_.substr(begin, at_ - begin);
        return at_ > digits && (text_[digits] != '0' || at_ == digits + 1);
    }

    /// Goes past a value of valid JSON, whatever it is.
    std::string_view passValue() {
        skipBlanks();
        const std::size_t begin = at_;
        std::size_t depth = 0;
        bool isInString = false;
        for (; !isAtEnd(); ++at_) {
            const char letter = text_[at_];
            if (isInString) {
                at_ += letter == '\\' ? 1 : 0;
                isInString = letter != '"';
            } else if (letter == '"') {
                isInString = true;
            } else if (letter == '{' || letter == '[') {
                ++depth;
            } else if ((letter == '}' || letter == ']') && depth > 0) {
                --depth;
            } else if (depth == 0 && (letter == ',' || letter == '}' || letter == ':')) {
                break;
            }
        }
        std::size_t end = at_;
        while (end > begin && isJsonBlank(text_[end - 1])) {
            --end;
        }
        return text_.substr(begin, end - begin);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

bool scanFacts(Cursor& cursor, ScannedCase& result) {
    if (!cursor.take('{')) {
        return false;
    }
    if (cursor.take('}')) {
        return true;
    }
    do {
        std::string_view name;
        std::string_view value;
        if (!cursor.takePlainString(name) || !cursor.take(':') ||
            !(cursor.takePlainString(value) || cursor.takeWord(value))) {
            return false;
        }
        result.facts.emplace_back(name.substr(1, name.size() - 2), value);
    } while (cursor.take(','));
    return cursor.take('}');
}

} // namespace

bool scanCase(std::string_view line, ScannedCase& result) {
    result.id = {};
    result.facts.clear();
    Cursor cursor(line);
    bool hasFacts = false;
    if (!cursor.take('{')) {
        return false;
    }
    do {
        std::string_view name;
        if (!cursor.takePlainString(name) || !cursor.take(':')) {
            return false;
        }
        if (name == "\"id\"" && result.id.empty()) {
            cursor.skipBlanks();
            const bool isNumber = cursor.here() == '-' || isDigit(cursor.here());
            if (!(isNumber ? cursor.takeWholeNumber(result.id)
                           : cursor.takePlainString(result.id) || cursor.takeWord(result.id))) {
                return false;
            }
        } else if (name == "\"facts\"" && !hasFacts) {
            hasFacts = true;
            if (!scanFacts(cursor, result)) {
                return false;
            }
        } else {
            return false;
        }
    } while (cursor.take(','));
    if (!cursor.take('}')) {
        return false;
    }
    cursor.skipBlanks();
    return hasFacts && cursor.isAtEnd();
}

std::optional<std::string_view> memberText(std::string_view json, std::string_view member) {
    Cursor cursor(json);
    std::optional<std::string_view> result;
    if (!cursor.take('{') || cursor.take('}')) {
        return result;
    }
    do {
        const std::string_view name = cursor.passValue();
        if (name.find('\\') != name.npos || !cursor.take(':')) {
            return std::nullopt;
        }
        const std::string_view value = cursor.passValue();
        if (name.size() == member.size() + 2 && name.substr(1, member.size()) == member) {
            result = value;
        }
    } while (cursor.take(','));
    return result;
}

} // namespace meldc::pipeline
