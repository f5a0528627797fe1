#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

} // namespace

bool PublicationWriter::isWeighing(std::uint32_t index) const {
    const auto acts = [&](const std::vector<model::ActorStatement>& statements) {
        return std::any_of(statements.begin(), statements.end(), [&](const model::ActorStatement& one) {
            return isOfRole(vocabulary_, protocol_, one.actor, index);
        });
    };
    const auto joins = [&](const std::vector<model::Involvement>& statements) {
        return std::any_of(statements.begin(), statements.end(), [&](const model::Involvement& one) {
            return std::any_of(one.who.begin(), one.who.end(),
                               [&](const model::Ref& who) { return isOfRole(vocabulary_, protocol_, who, index); });
        });
    };
    const auto isIn = [&](const model::StepId step) {
        if (!step.isValid()) {
            return false;
        }
        const model::Step& each = protocol_.steps[step.value];
        return acts(each.performers) || joins(each.participants) || acts(each.owners) || acts(each.deciders);
    };
    return std::any_of(protocol_.questions.begin(), protocol_.questions.end(),
                       [&](const model::Question& one) {
                           return isIn(one.step) || acts(one.performers) || joins(one.participants);
                       }) ||
           std::any_of(protocol_.decisions.begin(), protocol_.decisions.end(), [&](const model::Decision& one) {
               return isIn(one.step) || acts(one.owners) || acts(one.deciders) || acts(one.reporters);
           });
}

void PublicationWriter::roleWeighing() {
    if (!protocol_.questions.empty()) {
        heading(2, say(Phrase::PubQuestions));
    }
    // What follows doubt is often the same, and then told once.
    std::vector<std::pair<std::string, std::vector<std::string>>> inDoubt;
    const auto doubtOf = [&](const model::Question& question) {
        Statements lines;
        for (const model::Edge& edge : question.edges) {
            if (edge.answer == model::Answer::Doubt) {
                lines.emplace_back(sentences_->of(edge), &edge.origin);
            }
        }
        if (lines.empty()) {
            lines.emplace_back(sentences_->hole(question, model::Answer::Doubt), nullptr);
        }
        return lines;
    };
    const auto isPlain = [&](const Statements& lines) { return lines.size() == 1 && runsOf(lines.front()).size() == 1; };
    for (const model::Question& question : protocol_.questions) {
        const Statements lines = doubtOf(question);
        if (!isPlain(lines)) {
            continue;
        }
        auto known = std::find_if(inDoubt.begin(), inDoubt.end(),
                                  [&](const auto& each) { return each.first == lines.front().text; });
        if (known == inDoubt.end()) {
            known = inDoubt.insert(inDoubt.end(), {lines.front().text, {}});
        }
        known->second.push_back(question.id);
    }
    std::erase_if(inDoubt, [](const auto& each) { return each.second.size() == 1; });
    for (const model::Question& question : protocol_.questions) {
        doc::Runs title = runsOf(say(Phrase::PubQuestionTitle, question.id, question.label), question.origin);
        title.front().look = doc::Look::Strong;
        add(doc::Paragraph{std::move(title), doc::Kind::Label});
        Statements lines;
        for (const model::ConditionStatement& one : question.yesWhen) {
            // Of one fact it is the question once more.
            if (one.condition.kind != model::ConditionKind::Fact || !one.origin.guards.empty() || one.origin.variant) {
                lines.emplace_back(sentences_->yesWhen(one), &one.origin);
            }
        }
        for (const model::Answer answer : {model::Answer::Yes, model::Answer::No}) {
            const std::size_t before = lines.size();
            for (const model::Edge& edge : question.edges) {
                if (edge.answer == answer) {
                    lines.emplace_back(sentences_->of(edge), &edge.origin);
                }
            }
            if (lines.size() == before) {
                lines.emplace_back(sentences_->hole(question, answer), nullptr);
            }
        }
        const Statements doubt = doubtOf(question);
        const bool isBelow = isPlain(doubt) && std::any_of(inDoubt.begin(), inDoubt.end(), [&](const auto& each) {
                                 return each.first == doubt.front().text;
                             });
        if (!isBelow) {
            lines.insert(lines.end(), doubt.begin(), doubt.end());
        }
        together(lines);
    }
    for (const auto& [text, questions] : inDoubt) {
        add(doc::paragraph(say(Phrase::PubAtQuestion, listed(questions), text)));
    }
    promises(2);
    if (const std::string ask = askOnCard(input_, *sentences_); !ask.empty()) {
        add(doc::paragraph(ask));
    }
}

} // namespace meldc::emit
