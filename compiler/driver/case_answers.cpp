#include "driver/case_answers.h"

#include "emit/answers/decide_json.h"
#include "emit/words.h"

#include <algorithm>

namespace meldc::driver {

namespace {

/// What is kept of earlier answers, in bytes.
constexpr std::size_t kMostKept = std::size_t{32} * 1024 * 1024;
/// A fact of which nothing is known, in a key; and while it is read, one that is said to be so.
constexpr char kNotKnown = 'x';
constexpr char kSaidUnknown = 'n';

/// Of an answer, which begins with the id, what stands behind that.
std::string_view behindId(std::string_view line) {
    constexpr std::string_view kNoId = R"({"id":null)";
    return line.substr(kNoId.size());
}

void appendAnswer(std::string_view id, std::string_view tail, std::string& out) {
    out += R"({"id":)";
    out += id;
    out += tail;
}

} // namespace

model::FactId CaseAnswers::factOf(std::string_view name) {
    if (const auto known = facts_.find(name); known != facts_.end()) {
        return known->second;
    }
    const model::FactId fact = decider_.library->vocabulary.findFact(name);
    if (fact.isValid()) {
        facts_.emplace(name, fact);
    }
    return fact;
}

bool CaseAnswers::scan(std::string_view line) {
    if (!pipeline::scanCase(line, scanned_)) {
        return false;
    }
    key_.assign(decider_.library->vocabulary.facts.size(), kNotKnown);
    for (const auto& [name, value] : scanned_.facts) {
        const model::FactId fact = factOf(name);
        if (!fact.isValid() || key_[fact.value] != kNotKnown) {
            return false;
        }
        if (value == "null") {
            key_[fact.value] = kSaidUnknown;
            continue;
        }
        const auto answer = value == "true"    ? std::optional(model::Answer::Yes)
                            : value == "false" ? std::optional(model::Answer::No)
                                               : emit::answerSpelt(value.substr(1, value.size() - 2));
        if (!answer) {
            return false;
        }
        key_[fact.value] = static_cast<char>('0' + logic::numberOf(*answer));
    }
    std::replace(key_.begin(), key_.end(), kSaidUnknown, kNotKnown);
    return true;
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

CaseAnswers::Said CaseAnswers::say(const pipeline::ReadCase& read) const {
    const std::string line =
        read.error ? emit::decideError(*read.error, "null", language_)
                   : emit::decideJson(sources_, decider_, emit::answer(decider_, read.facts), "null",
                                      {}, language_);
    return {std::string(behindId(line)), !read.error.has_value()};
}

bool CaseAnswers::answer(std::string_view line, std::string& out) {
    const model::Vocabulary& vocabulary = decider_.library->vocabulary;
    if (!scan(line)) {
        const pipeline::ReadCase read = pipeline::readCaseJson(line, vocabulary);
        const Said said = say(read);
        appendAnswer(read.id, said.tail, out);
        return said.isCase;
    }
    auto known = said_.find(key_);
    Said now;
    if (known == said_.end()) {
        now = say(pipeline::checkedCase(scannedFacts(), vocabulary));
        const std::size_t size = now.tail.size() + key_.size();
        if (bytes_ + size <= kMostKept) {
            bytes_ += size;
            known = said_.emplace(key_, std::move(now)).first;
        }
    }
    const Said& said = known == said_.end() ? now : known->second;
    appendAnswer(scanned_.id.empty() ? "null" : scanned_.id, said.tail, out);
    return said.isCase;
}

} // namespace meldc::driver
