#include "emit/tables/flow.h"

#include "emit/page_words.h"
#include "emit/sentences/sentences.h"
#include "emit/words.h"
#include "logic/structure.h"

#include <algorithm>
#include <array>
#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

class FlowMaker {
public:
    FlowMaker(const model::Vocabulary& vocabulary, const model::Protocol& world,
              const PageWords& words, const Sentences& sentences)
        : vocabulary_(vocabulary), world_(world), words_(words), sentences_(sentences) {}

    Flow make() {
        addMains();
        if (mains_.empty()) {
            return {};
        }
        flow_.nodes.push_back(
            {FlowKind::Start, "start", capital(say(Phrase::FlowBegins)), {}, laneOfMain(0), 0, 0});
        for (std::size_t i = 0; i < mains_.size(); ++i) {
            addMain(i);
        }
        connect(0, 0, {});
        for (std::size_t i = 0; i < mains_.size(); ++i) {
            if (mains_[i].question == nullptr) {
                leaveStep(i);
            } else {
                for (const model::Answer answer : kAnswers) {
                    leaveQuestion(i, answer);
                }
            }
        }
        addMerges();
        place();
        return std::move(flow_);
    }

private:
    /// A step, or a question.
    struct Main {
        const model::Step* step = nullptr;
        const model::Question* question = nullptr;
        /// Its node, and the merge before it or the same.
        std::size_t node = 0;
        std::size_t entry = 0;
    };

    void addMains() {
        for (const model::Question& question : world_.questions) {
            if (logic::exists(question) && !question.step.isValid()) {
                mains_.push_back({nullptr, &question});
            }
        }
        for (std::uint32_t i = 0; i < world_.steps.size(); ++i) {
            if (world_.steps[i].id.empty()) {
                continue;
            }
            mains_.push_back({&world_.steps[i], nullptr});
            for (const model::Question& question : world_.questions) {
                if (logic::exists(question) && question.step.isValid() &&
                    question.step.value == i) {
                    mains_.push_back({&world_.steps[i], &question});
                }
            }
        }
        for (const model::Question& question : world_.questions) {
            for (const model::Edge& edge : question.edges) {
                namedSteps_.push_back(edge.step);
            }
        }
    }

    std::size_t lane(const std::vector<model::ActorStatement>& actors) {
        std::string name;
        for (const model::ActorStatement& one : actors) {
            if (name.empty() && !one.origin.draft) {
                name = capital(sentences_.nouns().label(one.actor));
            }
        }
        if (name.empty()) {
            name = capital(say(Phrase::FlowNobody));
        }
        const auto known = std::find(flow_.lanes.begin(), flow_.lanes.end(), name);
        if (known != flow_.lanes.end()) {
            return static_cast<std::size_t>(known - flow_.lanes.begin());
        }
        flow_.lanes.push_back(name);
        return flow_.lanes.size() - 1;
    }

    std::size_t laneOfMain(std::size_t number) {
        const Main& main = mains_[number];
        const bool hasOwn = main.question != nullptr && !main.question->performers.empty();
        if (hasOwn || main.step == nullptr) {
            return lane(main.question->performers);
        }
        return lane(main.step->performers);
    }

    void addMain(std::size_t number) {
        Main& main = mains_[number];
        FlowNode node;
        node.lane = laneOfMain(number);
        if (main.question != nullptr) {
            node.kind = FlowKind::Question;
            node.id = "question_" + std::to_string(number);
            node.label = say(Phrase::FlowQuestion, main.question->id, main.question->label);
        } else {
            node.kind = FlowKind::Step;
            node.id = "step_" + std::to_string(number);
            node.label = say(Phrase::FlowStep, main.step->id, main.step->label);
            node.notes = dutiesIn(*main.step);
        }
        main.node = main.entry = flow_.nodes.size();
        flow_.nodes.push_back(std::move(node));
    }

    [[nodiscard]] std::vector<std::string> dutiesIn(const model::Step& step) const {
        std::vector<std::string> result;
        for (const model::Task& task : world_.tasks) {
            const bool isHere = task.home.kind == model::HomeKind::Step &&
                                &world_.steps[task.home.index] == &step;
            if (isHere && !task.origin.draft) {
                result.push_back(sentences_.of(task));
            }
        }
        return result;
    }

    /// An edge to a step or question, as long as merges are not there.
    void connect(std::size_t from, std::size_t main, const std::string& answer) {
        flow_.edges.push_back({from, mains_[main].node, answer});
    }

    std::size_t addEnd(std::size_t lane, Phrase label) {
        flow_.nodes.push_back({FlowKind::End, "end_" + std::to_string(flow_.nodes.size()),
                               capital(say(label)), {}, lane, 0, 1});
        return flow_.nodes.size() - 1;
    }

    void leaveStep(std::size_t number) {
        if (number + 1 < mains_.size()) {
            connect(mains_[number].node, number + 1, {});
            return;
        }
        const std::size_t end = addEnd(flow_.nodes[mains_[number].node].lane, Phrase::FlowEnds);
        flow_.nodes[end].row = 0;
        follows_[end] = {number, 1};
        flow_.edges.push_back({mains_[number].node, end, {}});
    }

    void leaveQuestion(std::size_t number, model::Answer answer) {
        const model::Question& question = *mains_[number].question;
        const std::size_t gateway = mains_[number].node;
        const std::size_t lane = flow_.nodes[gateway].lane;
        const std::string word(spelling(answer));
        const std::int32_t index = logic::edgeFor(question, answer);
        if (index < 0) {
            const std::size_t end = addEnd(lane, Phrase::TableUndetermined);
            follows_[end] = {number, 1};
            flow_.edges.push_back({gateway, end, word});
            return;
        }
        const model::Edge& edge = question.edges[static_cast<std::size_t>(index)];
        std::size_t from = gateway;
        std::string label = word;
        if (!edge.effects.empty()) {
            from = addEffects(number, edge);
            flow_.edges.push_back({gateway, from, word});
            label.clear();
        }
        const std::int32_t target = targetOf(number, edge);
        if (target >= 0) {
            connect(from, static_cast<std::size_t>(target), label);
            return;
        }
        const bool isWaiting = edge.target == model::TargetKind::Wait;
        const bool isOpen = edge.target != model::TargetKind::End && !isWaiting;
        const std::size_t end = addEnd(lane, isWaiting ? Phrase::FlowWaits
                                             : isOpen  ? Phrase::TableUndetermined
                                                       : Phrase::FlowEnds);
        follows_[end] = {number, from == gateway ? 1U : 2U};
        flow_.edges.push_back({from, end, label});
    }

    std::size_t addEffects(std::size_t number, const model::Edge& edge) {
        FlowNode node;
        node.kind = FlowKind::Effect;
        node.id = "effect_" + std::to_string(flow_.nodes.size());
        node.lane = flow_.nodes[mains_[number].node].lane;
        node.row = 1;
        for (const model::Modality modality :
             {model::Modality::Must, model::Modality::May, model::Modality::MayNot}) {
            std::vector<std::string> labels;
            for (const model::Effect& effect : edge.effects) {
                if (effect.modality == modality) {
                    labels.push_back(vocabulary_[effect.consequence].label.nl);
                }
            }
            if (!labels.empty()) {
                const std::string list = listed(labels);
                node.label += (node.label.empty() ? "" : "; ") +
                              (modality == model::Modality::Must
                                   ? list
                                   : words_.modality(modality) + " " + list);
            }
        }
        node.label = capital(node.label);
        node.notes.push_back(capital(words_.edge(edge)));
        flow_.nodes.push_back(std::move(node));
        follows_[flow_.nodes.size() - 1] = {number, 1};
        return flow_.nodes.size() - 1;
    }

    /// Where an edge leads: a question, or the step that it stands in when that is a later one; a
    /// step; or -1.
    [[nodiscard]] std::int32_t targetOf(std::size_t number, const model::Edge& edge) const {
        if (edge.target == model::TargetKind::Question) {
            for (std::size_t i = 0; i < mains_.size(); ++i) {
                if (mains_[i].question != nullptr && mains_[i].question->id == edge.question) {
                    const bool isFirstOfLater =
                        i > number + 1 && mains_[i - 1].question == nullptr &&
                        mains_[i].step != mains_[number].step;
                    return static_cast<std::int32_t>(isFirstOfLater ? i - 1 : i);
                }
            }
            return -1;
        }
        if (edge.target != model::TargetKind::End) {
            return -1;
        }
        // The questions are over: no step that leads to one comes any more.
        for (std::size_t i = behindQuestions(); i < mains_.size(); ++i) {
            const bool isStep = mains_[i].question == nullptr;
            const bool isNamed = isStep && !edge.step.empty() && mains_[i].step->id == edge.step;
            // A later step that no answer names is for everybody.
            const bool isNext =
                isStep && edge.step.empty() &&
                std::find(namedSteps_.begin(), namedSteps_.end(), mains_[i].step->id) ==
                    namedSteps_.end();
            if (isNamed || isNext) {
                return static_cast<std::int32_t>(i);
            }
        }
        return -1;
    }

    /// The number of the first step or question behind the last question.
    [[nodiscard]] std::size_t behindQuestions() const {
        std::size_t result = mains_.size();
        while (result > 0 && mains_[result - 1].question == nullptr) {
            --result;
        }
        return result;
    }

    /// Where several flows come together there is a place of its own for it.
    void addMerges() {
        for (Main& main : mains_) {
            const auto incoming = std::count_if(
                flow_.edges.begin(), flow_.edges.end(),
                [&](const FlowEdge& edge) { return edge.to == main.node; });
            if (incoming < 2) {
                continue;
            }
            main.entry = flow_.nodes.size();
            flow_.nodes.push_back({FlowKind::Merge, "merge_" + flow_.nodes[main.node].id, {}, {},
                                   flow_.nodes[main.node].lane, 0, 0});
            for (FlowEdge& edge : flow_.edges) {
                edge.to = edge.to == main.node ? main.entry : edge.to;
            }
            flow_.edges.push_back({main.entry, main.node, {}});
        }
    }

    void place() {
        std::size_t column = 1;
        for (std::size_t i = 0; i < mains_.size(); ++i) {
            if (mains_[i].entry != mains_[i].node) {
                flow_.nodes[mains_[i].entry].column = column++;
            }
            flow_.nodes[mains_[i].node].column = column;
            std::size_t widest = 0;
            std::size_t row = 0;
            for (const auto& [node, place] : follows_) {
                if (place.first != i) {
                    continue;
                }
                FlowNode& after = flow_.nodes[node];
                after.column = column + place.second;
                widest = std::max(widest, place.second);
                if (after.row > 0) {
                    // What follows on the same answer stands in the same row.
                    row += place.second == 1 ? 1 : 0;
                    after.row = row;
                }
            }
            column += widest + 1;
        }
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    const PageWords& words_;
    const Sentences& sentences_;
    Flow flow_;
    std::vector<Main> mains_;
    std::vector<std::string> namedSteps_;
    /// What stands behind a question or step: its index, and how many columns further. In the order
    /// in which they were added: an end comes right behind its effects.
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> follows_;
};

} // namespace

Flow flowOf(const model::Library& library, const model::Protocol& world) {
    const PageWords words(library.vocabulary, world);
    const Sentences sentences(library, world);
    return FlowMaker(library.vocabulary, world, words, sentences).make();
}

} // namespace meldc::emit
