#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/condition.h"
#include "model/origin.h"
#include "model/vocabulary.h"

/// Statements that say one thing: names, a text, a day, a condition.
namespace meldc::model {

/// Names of a list statement (sectors, works with, professions).
struct NamesStatement {
    std::vector<ConceptId> names;
    Origin origin;
};

struct TextStatement {
    std::string text;
    Origin origin;
};

struct DatedStatement {
    std::string text;
    std::optional<Date> date;
    Origin origin;
};

struct PeriodStatement {
    Period period;
    Origin origin;
};

struct AnswerStatement {
    Answer answer = Answer::No;
    Origin origin;
};

struct ConditionStatement {
    Condition condition;
    Origin origin;
};

struct Explanation {
    std::string text;
    bool fromFile = false;
    Origin origin;
};

}  // namespace meldc::model
