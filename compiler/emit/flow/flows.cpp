#include "diagnostics/phrases.h"
#include "emit/flow/flow.h"
#include "emit/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace meldc::emit::flow {

namespace {

using diagnostics::Phrase;

/// Rows of the questions that this world has, with the question that each is.
struct Asked {
    std::vector<const model::Question*> questions;

    explicit Asked(const model::Protocol& world) {
        for (const model::Question& question : world.questions) {
            if (!question.id.empty()) {
                questions.push_back(&question);
            }
        }
    }

    /// Index of the row of a question, or the number of rows.
    [[nodiscard]] std::size_t rowOf(const std::string& id) const {
        const auto at = std::find_if(questions.begin(), questions.end(), [&](const auto* one) { return one->id == id; });
        return static_cast<std::size_t>(at - questions.begin());
    }
};

/// Whether an edge is only the arrow to the next question, which needs no box.
bool isPlainStep(const model::Edge& edge, const Asked& asked, std::size_t row) {
    return edge.target == model::TargetKind::Question && edge.effects.empty() && edge.step.empty() &&
           edge.together.empty() && asked.rowOf(edge.question) == row + 1;
}

} // namespace

Flow questionsOf(const model::Protocol& world, const PageWords& words, const Sentences* sentences) {
    Flow flow;
    flow.title = say(Phrase::PageDiagramTitle, world.label);
    const Asked asked(world);
    for (std::size_t i = 0; i < asked.questions.size(); ++i) {
        const model::Question& question = *asked.questions[i];
        Row row;
        row.text = question.id + ". " + question.label;
        const auto describe = [&](model::Answer answer, const std::string& then) {
            flow.description += (flow.description.empty() ? "" : " ") +
                                say(Phrase::PageDiagramLine, question.id, question.label,
                                    capital(words.answer(answer)), then);
        };
        for (const model::Answer answer : kAnswers) {
            bool isSaid = false;
            for (const model::Edge& edge : question.edges) {
                if (edge.answer != answer) {
                    continue;
                }
                isSaid = true;
                const std::string then = words.edge(edge);
                describe(answer, then);
                if (!isPlainStep(edge, asked, i)) {
                    row.sides.push_back({words.answer(answer), then, false});
                }
                const std::size_t target = asked.rowOf(edge.question);
                if (edge.target == model::TargetKind::Question && target < asked.questions.size()) {
                    row.arrows.push_back({target, words.answer(answer)});
                }
            }
            if (!isSaid) {
                const std::string then = sentences == nullptr ? say(Phrase::PageThenNothing) : sentences->hole(question, answer);
                describe(answer, then);
                row.sides.push_back({words.answer(answer), then, true});
            }
        }
        flow.rows.push_back(std::move(row));
    }
    return flow;
}

People peopleOf(const model::Step& step, const Nouns& nouns) {
    std::vector<std::string> performers;
    for (const model::ActorStatement& one : step.performers) {
        performers.push_back(nouns.label(one.actor));
    }
    // Always, sometimes, and who may: each behind words of its own, so that these hold for all names behind them.
    std::array<std::vector<std::string>, 3> others;
    std::set<std::string> known;
    for (std::size_t kind = 0; kind < others.size(); ++kind) {
        for (const auto* statements : {&step.participants, &step.consults}) {
            for (const model::Involvement& one : *statements) {
                const std::size_t its = one.modality == model::Modality::May ? 2 : one.condition ? 1 : 0;
                if (its != kind || one.modality == model::Modality::MayNot) {
                    continue;
                }
                std::vector<std::string> names;
                for (const model::Ref& who : one.who) {
                    names.push_back(nouns.label(who));
                }
                if (one.oneOf) {
                    names = {listed(names, true)};
                }
                // Who takes part and is consulted as well.
                std::copy_if(names.begin(), names.end(), std::back_inserter(others[kind]),
                             [&](const std::string& name) { return known.insert(name).second; });
            }
        }
    }
    std::string text = capital(listed(others[0]));
    const auto add = [&](Phrase which, const std::vector<std::string>& names) {
        if (!names.empty()) {
            text += (text.empty() ? "" : ". ") + say(which, listed(names));
        }
    };
    add(Phrase::PubSometimes, others[1]);
    add(Phrase::PubMayJoin, others[2]);
    return {capital(listed(performers)), std::move(text)};
}

Flow stepsOf(const model::Protocol& protocol, const Sentences& sentences) {
    Flow flow;
    flow.title = say(Phrase::FlowStepsTitle, protocol.label);
    for (std::size_t i = 0; i < protocol.steps.size(); ++i) {
        const model::Step& step = protocol.steps[i];
        const People people = peopleOf(step, sentences.nouns());
        Row row;
        row.text = say(Phrase::PubStepTitle, step.id, step.label);
        const bool isNobody = people.performers.empty();
        row.sides.push_back({say(Phrase::PubColumnPerforms), isNobody ? say(Phrase::PubNobody) : people.performers, isNobody});
        if (!people.others.empty()) {
            row.sides.push_back({say(Phrase::PubColumnJoins), people.others, false});
        }
        flow.description += (flow.description.empty() ? "" : " ") + row.text + ".";
        for (const Side& side : row.sides) {
            flow.description += " " + side.label + ": " + side.text + (side.text.ends_with('.') ? "" : ".");
        }
        if (i + 1 < protocol.steps.size()) {
            row.arrows.push_back({i + 1, {}});
        }
        flow.rows.push_back(std::move(row));
    }
    return flow;
}

} // namespace meldc::emit::flow
