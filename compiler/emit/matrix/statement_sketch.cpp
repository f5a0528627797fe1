#include "emit/matrix/statement_sketch.h"

#include "emit/places.h"
#include "model/print.h"
#include "model/statements.h"
#include "support/limits.h"
#include "support/sha256.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace meldc::emit {

namespace {

using model::Protocol;

/// Before the number of a statement in the print.
constexpr std::string_view kMark = " @";
constexpr std::size_t kFormattedIndent = 2;

std::string joined(const std::vector<model::ConceptId>& concepts,
                   const model::Vocabulary& vocabulary) {
    std::set<std::string> names;
    for (const model::ConceptId each : concepts) {
        names.insert(vocabulary[each].name);
    }
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : "+") + name;
    }
    return text;
}

/// A copy in which each thing that has a name of its own is called by what it is.
class Plain {
public:
    Plain(const Protocol& protocol, const model::Vocabulary& vocabulary)
        : protocol_(protocol), vocabulary_(vocabulary) {
        dropOwn();
        renameParties();
        renameSteps();
        renameQuestions();
        number();
    }

    [[nodiscard]] std::string print() const { return model::print(protocol_, vocabulary_); }
    /// The places of statements, by the number that the print shows.
    [[nodiscard]] const std::vector<support::Span>& spans() const { return spans_; }

private:
    /// What says nothing about what is to be done.
    void dropOwn() {
        Protocol& p = protocol_;
        p.name.clear();
        p.label.clear();
        p.follows.clear();
        p.organisation.clear();
        p.authority.clear();
        p.adopted.clear();
        p.consent.clear();
        p.valid.clear();
        p.versions.clear();
        p.documents.clear();
        p.contacts.clear();
        p.explanations.clear();
        p.blanks.clear();
        p.personal.clear();
        p.lapses.clear();
        p.deviations.clear();
        p.ambiguities.clear();
        p.variantGroups.clear();
    }

    void renameParties() {
        for (model::RoleDecl& role : protocol_.roles) {
            role.name = joined(role.kinds, vocabulary_);
            role.label.clear();
        }
        for (model::SystemDecl& system : protocol_.systems) {
            system.name = "system";
            system.label.clear();
        }
        for (model::Meldnorm& promise : protocol_.meldnormen) {
            promise.id.clear();
            promise.label.clear();
        }
        for (model::Route& route : protocol_.routes) {
            route.id.clear();
        }
    }

    void renameSteps() {
        std::map<std::string, std::string> names;
        for (model::Step& step : protocol_.steps) {
            std::vector<model::ConceptId> functions;
            for (const model::NamesStatement& each : step.functions) {
                functions.insert(functions.end(), each.names.begin(), each.names.end());
            }
            const std::string function = joined(functions, vocabulary_);
            const std::string old = step.id;
            step.id = function.empty() ? old : function;
            step.label.clear();
            names.emplace(old, step.id);
        }
        const auto rename = [&](std::string& name) {
            if (const auto at = names.find(name); at != names.end()) {
                name = at->second;
            }
        };
        for (model::Step& step : protocol_.steps) {
            for (model::StepOrder& order : step.order) {
                rename(order.step);
            }
        }
        for (model::Question& question : protocol_.questions) {
            for (model::Edge& edge : question.edges) {
                rename(edge.step);
            }
        }
    }

    void renameQuestions() {
        std::map<std::string, std::string> names;
        for (model::Question& question : protocol_.questions) {
            std::set<std::string> conditions;
            for (const model::ConditionStatement& each : question.yesWhen) {
                conditions.insert(model::print(each.condition, vocabulary_));
            }
            std::string name;
            for (const std::string& each : conditions) {
                name += (name.empty() ? "" : " or ") + each;
            }
            const std::string old = question.id;
            question.id = name.empty() ? old : name;
            question.label.clear();
            names.emplace(old, question.id);
        }
        const auto rename = [&](std::string& name) {
            if (const auto at = names.find(name); at != names.end()) {
                name = at->second;
            }
        };
        for (model::Question& question : protocol_.questions) {
            for (model::Edge& edge : question.edges) {
                rename(edge.question);
            }
        }
        for (model::Task& task : protocol_.tasks) {
            rename(task.returnTo);
        }
    }

    /// The printer shows places: each statement gets its number for one, so that its words can be
    /// found again.
    void number() {
        model::forEachOrigin(protocol_, [&](model::Origin& origin) {
            model::Origin plain;
            plain.draft = origin.draft;
            plain.places.push_back({std::to_string(spans_.size()), {}, {}, {}});
            spans_.push_back(origin.span);
            origin = plain;
        });
    }

    Protocol protocol_;
    const model::Vocabulary& vocabulary_;
    std::vector<support::Span> spans_;
};

/// A line of the print: what it says, with a draft told as such, and the number of its statement.
struct Line {
    std::string text;
    std::size_t depth = 0;
    std::optional<std::size_t> number;
};

Line lineOf(std::string_view line) {
    Line result;
    result.depth = line.find_first_not_of(' ');
    if (result.depth == line.npos) {
        return {};
    }
    line.remove_prefix(result.depth);
    result.depth /= kFormattedIndent;
    const std::size_t at = line.rfind(kMark);
    std::size_t number = 0;
    if (at != line.npos) {
        const char* begin = line.data() + at + kMark.size();
        const auto [end, error] = std::from_chars(begin, line.data() + line.size(), number);
        if (error == std::errc()) {
            result.number = number;
            result.text = std::string(line.substr(0, at)) +
                          std::string(end, line.data() + line.size());
            return result;
        }
    }
    result.text = std::string(line);
    return result;
}

} // namespace

std::uint64_t digestOf(std::string_view text) {
    const std::string hash = support::sha256Hex(text).substr(0, kDigestDigits);
    std::uint64_t digest = 0;
    constexpr int kHexadecimal = 16;
    std::from_chars(hash.data(), hash.data() + hash.size(), digest, kHexadecimal);
    return digest;
}

StatementSketch sketchOf(const support::SourceMap& sources, const Protocol& protocol,
                         const model::Vocabulary& vocabulary) {
    const Plain plain(protocol, vocabulary);
    const std::string print = plain.print();
    StatementSketch sketch;
    std::vector<std::string> path;
    for (std::size_t begin = 0; begin < print.size();) {
        const std::size_t end = std::min(print.find('\n', begin), print.size());
        const Line line = lineOf(std::string_view(print).substr(begin, end - begin));
        begin = end + 1;
        path.resize(line.depth);
        path.push_back(line.text);
        if (!line.number || *line.number >= plain.spans().size()) {
            continue;
        }
        std::string whole;
        for (const std::string& part : path) {
            whole += part + "\n";
        }
        const support::Span span = plain.spans()[*line.number];
        addTexts(sketch.texts, {{digestOf(whole), placeOf(sources, span).statement}});
    }
    while (sketch.texts.size() > support::kMaxSketch) {
        sketch.texts.erase(std::prev(sketch.texts.end()));
    }
    for (const auto& [digest, text] : sketch.texts) {
        sketch.digests.push_back(digest);
    }
    return sketch;
}

bool isSample(const std::vector<std::uint64_t>& sketch) {
    return sketch.size() >= support::kMaxSketch;
}

double likeness(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
    std::uint64_t last = ~std::uint64_t{0};
    for (const auto* each : {&one, &other}) {
        if (isSample(*each)) {
            last = std::min(last, each->back());
        }
    }
    std::size_t either = 0;
    std::size_t both = 0;
    auto left = one.begin();
    auto right = other.begin();
    while (left != one.end() || right != other.end()) {
        const bool isLeft = right == other.end() || (left != one.end() && *left <= *right);
        const bool isRight = left == one.end() || (right != other.end() && *right <= *left);
        if ((isLeft ? *left : *right) > last) {
            break;
        }
        ++either;
        both += isLeft && isRight ? 1U : 0U;
        left += isLeft ? 1 : 0;
        right += isRight ? 1 : 0;
    }
    return either == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(either);
}

} // namespace meldc::emit
