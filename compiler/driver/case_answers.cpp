#include "driver/case_answers.h"

#include "diagnostics/phrases.h"
#include "driver/lines.h"
#include "emit/answers/decide_json.h"
#include "emit/words.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <algorithm>
#include <utility>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

/// A fact of which nothing is known, in a key; and while it is read, one that is said to be so.
constexpr char kNotKnown = 'x';
constexpr char kSaidUnknown = 'n';

/// Of an answer in JSON, which begins with the id, what stands behind that.
std::string_view behindId(std::string_view line) {
    constexpr std::string_view kNoId = R"({"id":null)";
    return line.substr(kNoId.size());
}

std::optional<char> keyOfAnswer(std::optional<model::Answer> answer) {
    return answer ? std::optional(static_cast<char>('0' + logic::numberOf(*answer))) : std::nullopt;
}

/// What a word stands for in a key, as JSON has it without quotation marks; nothing when it is none.
std::optional<char> keyOfWord(std::string_view word) {
    return word == "true"    ? keyOfAnswer(model::Answer::Yes)
           : word == "false" ? keyOfAnswer(model::Answer::No)
           : word == "null"  ? std::optional(kSaidUnknown)
                             : std::nullopt;
}

std::optional<char> keyOfString(std::string_view text) {
    return keyOfAnswer(emit::answerSpelt(text));
}

/// Cells know no difference between the two; an empty one is not known.
std::optional<char> keyOfCell(std::string_view cell) {
    if (const auto key = keyOfString(cell)) {
        return key;
    }
    const std::string_view word = support::withoutBlanks(cell);
    if (word.empty()) {
        return kSaidUnknown;
    }
    for (const auto& [spelt, answer] : {std::pair(emit::Word::SheetYes, model::Answer::Yes),
                                        std::pair(emit::Word::SheetYesEnglish, model::Answer::Yes),
                                        std::pair(emit::Word::SheetNo, model::Answer::No),
                                        std::pair(emit::Word::SheetNoEnglish, model::Answer::No)}) {
        if (word == emit::spelling(spelt)) {
            return keyOfAnswer(answer);
        }
    }
    const auto key = keyOfString(word);
    return key ? key : keyOfWord(word);
}

/// Whether nothing in the text must be written otherwise in JSON.
bool isPlainText(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) {
        return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
    });
}

} // namespace

model::FactId CaseAnswers::factOf(std::string_view name, std::size_t place) {
    if (place < order_.size() && order_[place].first == name) {
        return order_[place].second;
    }
    const model::FactId fact = vocabulary().findFact(name);
    if (fact.isValid()) {
        order_.resize(std::max(order_.size(), place + 1));
        order_[place] = {std::string(name), fact};
    }
    return fact;
}

bool CaseAnswers::scan(std::string_view line) {
    if (!pipeline::scanCase(line, scanned_)) {
        return false;
    }
    key_.assign(vocabulary().facts.size(), kNotKnown);
    for (std::size_t i = 0; i < scanned_.facts.size(); ++i) {
        const auto& [name, value] = scanned_.facts[i];
        const model::FactId fact = factOf(name, i);
        if (!fact.isValid() || key_[fact.value] != kNotKnown) {
            return false;
        }
        const auto key = value.starts_with('"') ? keyOfString(value.substr(1, value.size() - 2)) : keyOfWord(value);
        if (!key) {
            return false;
        }
        key_[fact.value] = *key;
    }
    std::replace(key_.begin(), key_.end(), kSaidUnknown, kNotKnown);
    return true;
}

std::optional<diagnostics::Diagnostic> CaseAnswers::scanRow(std::string_view text, Id& id) {
    const CaseColumns& columns = *forms_.columns;
    if (row_.read(text) != RowState::Whole) {
        return make<Diag::CaseRowQuotes>({}, text);
    }
    const std::vector<std::string_view>& cells = row_.cells();
    if (text.empty()) {
        // A line on which nothing stands is a row of empty cells.
        key_.assign(vocabulary().facts.size(), kNotKnown);
        return std::nullopt;
    }
    key_.assign(vocabulary().facts.size(), kNotKnown);
    std::optional<diagnostics::Diagnostic> error;
    if (cells.size() != columns.facts.size()) {
        error = make<Diag::CaseRowCells>({}, cells.size(), columns.facts.size());
    }
    for (std::size_t i = 0; i < std::min(cells.size(), columns.facts.size()); ++i) {
        if (!columns.facts[i].isValid()) {
            id = {cells[i], false};
            continue;
        }
        const auto key = keyOfCell(cells[i]);
        if (!key && !error) {
            error = make<Diag::UnknownFactValue>({}, columns.names[i], support::withoutBlanks(cells[i]));
        }
        key_[columns.facts[i].value] = key.value_or(kNotKnown);
    }
    if (!isPlainText(id.text)) {
        if (const auto byte = support::firstInvalidUtf8(text)) {
            id = {};
            return make<Diag::NotUtf8>({}, *byte);
        }
    }
    std::replace(key_.begin(), key_.end(), kSaidUnknown, kNotKnown);
    return error;
}

logic::Case CaseAnswers::scannedFacts() const {
    logic::Case result;
    for (const char one : key_) {
        result.values.push_back(
            one == kNotKnown ? logic::Value()
                             : logic::answerAt(static_cast<std::uint32_t>(one - '0')));
    }
    return result;
}

Said CaseAnswers::say(const pipeline::ReadCase& read, std::size_t line) const {
    if (forms_.rows != nullptr) {
        if (!read.error) {
            return {forms_.rows->answer(read.facts), true};
        }
        std::string status(diagnostics::info(read.error->id).code);
        if (line > 0) {
            status += " (" + phrase(Phrase::CaseInLine, line).in(forms_.language) + ")";
        }
        status += ": " + diagnostics::renderMessage(*read.error, forms_.language);
        const bool isContradiction = read.error->id == Diag::CaseContradicts;
        return {isContradiction ? forms_.rows->contradiction() : forms_.rows->refusal(status), false};
    }
    const std::string whole =
        read.error ? emit::decideError(*read.error, "null", forms_.language, line)
                   : emit::decideJson(*forms_.sources, *forms_.decider,
                                      emit::answer(*forms_.decider, read.facts), "null", {}, forms_.language);
    return {std::string(behindId(whole)), !read.error.has_value()};
}

void CaseAnswers::appendId(const Id& id, std::string& out) const {
    if (forms_.rows != nullptr) {
        out += forms_.rows->idCell(id.isJson ? pipeline::cellOfJson(id.text) : std::string(id.text));
        return;
    }
    out += R"({"id":)";
    if (id.text.empty()) {
        out += "null";
    } else if (id.isJson) {
        out += id.text;
    } else if (isPlainText(id.text)) {
        out += '"';
        out += id.text;
        out += '"';
    } else {
        out += pipeline::jsonOfCell(id.text);
    }
}

bool CaseAnswers::append(const Id& id, const Said& said, std::string& out) const {
    appendId(id, out);
    out += said.tail;
    return said.isCase;
}

bool CaseAnswers::answerKey(const Id& id, std::size_t line, std::string& out) {
    if (const auto seen = seen_.find(key_); seen != seen_.end() && (seen->second->isCase || !id.isNone())) {
        return append(id, *seen->second, out);
    }
    const AnswerMemory::Entry* known = memory_.find(key_);
    if (known == nullptr || (!known->second.isCase && id.isNone())) {
        const pipeline::ReadCase read = pipeline::checkedCase(scannedFacts(), vocabulary());
        // Another line says otherwise where it stands: that is not kept.
        const bool isOfLine = read.error && id.isNone();
        Said now = say(read, isOfLine ? line : 0);
        known = isOfLine ? nullptr : memory_.keep(key_, now);
        if (known == nullptr) {
            return append(id, now, out);
        }
    }
    seen_.emplace(known->first, &known->second);
    return append(id, known->second, out);
}

std::optional<diagnostics::Diagnostic> CaseAnswers::lineFault(std::string_view text) const {
    return text.size() > support::kMaxFileBytes
               ? std::optional(make<Diag::CaseNotJson>({}, text.substr(0, support::kMaxShownText),
                                                       phrase(Phrase::CaseLineTooLong, support::kMaxFileBytes)))
               : std::nullopt;
}

std::optional<diagnostics::Diagnostic> CaseAnswers::idFault(std::string_view text, const Id& id) const {
    if (forms_.rows == nullptr || isPlainText(id.text)) {
        return std::nullopt;
    }
    const std::string cell = id.isJson ? pipeline::cellOfJson(id.text) : std::string(id.text);
    const bool isHidden = std::any_of(cell.begin(), cell.end(), [](char letter) {
        return letter == '\x7F' || (static_cast<unsigned char>(letter) < ' ' && letter != '\t' && letter != '\r' && letter != '\n');
    });
    return isHidden ? std::optional(make<Diag::CaseNotJson>({}, text, phrase(Phrase::CaseIdControl))) : std::nullopt;
}

bool CaseAnswers::answer(std::string_view text, std::size_t line, std::string& out) {
    Id id;
    pipeline::ReadCase read;
    read.error = lineFault(text);
    bool isKnown = false;
    if (!read.error && forms_.columns != nullptr) {
        read.error = scanRow(text, id);
        isKnown = !read.error;
    } else if (!read.error && scan(text)) {
        id.text = scanned_.id;
        isKnown = true;
    } else if (!read.error) {
        read = pipeline::readCaseJson(text, vocabulary());
        id.text = read.id;
    }
    if (const auto fault = idFault(text, id)) {
        id = {};
        isKnown = false;
        read.error = fault;
    }
    if (isKnown) {
        return answerKey(id, line, out);
    }
    return append(id, say(read, id.isNone() ? line : 0), out);
}

} // namespace meldc::driver
