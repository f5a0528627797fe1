#include "emit/sentences/sentences.h"

/// All statements of a protocol in the order in which they are read.
namespace meldc::emit {

namespace {

/// Collects the sentences of one protocol.
class Walk {
public:
    Walk(const Sentences& sentences, const model::Protocol& protocol)
        : sentences_(sentences), protocol_(protocol) {}

    std::vector<Sentence> run() {
        header();
        people();
        for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
            step(protocol_.steps[i], i);
        }
        questions();
        rules();
        duties(model::HomeKind::Unit, 0);
        each(protocol_.blanks);
        each(protocol_.ambiguities);
        each(protocol_.lapses);
        return std::move(result_);
    }

private:
    void add(std::string text, const model::Origin& origin, bool isOwnProse = false) {
        if (!text.empty()) {
            result_.push_back({std::move(text), &origin, isOwnProse});
        }
    }

    /// Statements that say by themselves what they are.
    template <class Statement> void each(const std::vector<Statement>& statements) {
        for (const Statement& one : statements) {
            add(sentences_.of(one), one.origin);
        }
    }

    /// Statements of which `made` says what they are.
    template <class Statement>
    void each(const std::vector<Statement>& statements,
              std::string (Sentences::*made)(const Statement&) const) {
        for (const Statement& one : statements) {
            add((sentences_.*made)(one), one.origin);
        }
    }

    void actors(const std::vector<model::ActorStatement>& statements, ActorSlot slot) {
        for (const model::ActorStatement& one : statements) {
            add(sentences_.of(one, slot), one.origin);
        }
    }

    void consults(const std::vector<model::Involvement>& statements,
                  const std::vector<model::ActorStatement>& performers) {
        for (const model::Involvement& one : statements) {
            add(sentences_.consult(one, performers), one.origin);
        }
    }

    /// Words of the organisation; those in a file are shown by who has opened it.
    void explanations(const std::vector<model::Explanation>& statements) {
        for (const model::Explanation& one : statements) {
            if (!one.fromFile) {
                add(one.text, one.origin, true);
            }
        }
    }

    void duties(model::HomeKind home, std::uint32_t index) {
        for (const model::Task& task : protocol_.tasks) {
            if (task.home.kind == home && (home == model::HomeKind::Unit || task.home.index == index)) {
                add(sentences_.of(task), task.origin);
            }
        }
    }

    void header() {
        each(protocol_.organisation, &Sentences::organisation);
        each(protocol_.authority, &Sentences::authority);
        each(protocol_.sectors, &Sentences::sectors);
        each(protocol_.professions, &Sentences::professions);
        each(protocol_.worksWith, &Sentences::worksWith);
        each(protocol_.adopted, &Sentences::adopted);
        each(protocol_.consent, &Sentences::consent);
        each(protocol_.valid);
        each(protocol_.authorised);
        each(protocol_.versions, &Sentences::version);
        each(protocol_.documents);
        each(protocol_.encoded, &Sentences::encoded);
        each(protocol_.reread, &Sentences::reread);
        each(protocol_.absences);
        each(protocol_.adheres);
        each(protocol_.references);
        each(protocol_.personal, &Sentences::personal);
        explanations(protocol_.explanations);
    }

    void people() {
        each(protocol_.roles);
        each(protocol_.samePersons);
        each(protocol_.contacts);
        each(protocol_.systems);
        each(protocol_.ageBands);
    }

    void step(const model::Step& step, std::uint32_t index) {
        add(sentences_.of(step), step.origin);
        each(step.functions, &Sentences::stepFunction);
        each(step.order);
        actors(step.performers, ActorSlot::StepPerformer);
        each(step.participants, &Sentences::participant);
        consults(step.consults, step.performers);
        actors(step.owners, ActorSlot::Owner);
        actors(step.deciders, ActorSlot::Decider);
        duties(model::HomeKind::Step, index);
        explanations(step.explanations);
    }

    void questions() {
        for (const model::FrameworkUse& use : protocol_.frameworks) {
            add(sentences_.of(use), use.origin);
            each(use.grounds, &Sentences::frameworkGrounds);
        }
        each(protocol_.countsAs);
        for (const model::Question& question : protocol_.questions) {
            add(sentences_.of(question), question.origin);
            actors(question.performers, ActorSlot::QuestionPerformer);
            each(question.participants, &Sentences::participant);
            each(question.restsOn);
            each(question.yesWhen, &Sentences::yesWhen);
            each(question.edges);
            explanations(question.explanations);
        }
    }

    void rules() {
        for (const model::Meldnorm& meldnorm : protocol_.meldnormen) {
            add(sentences_.of(meldnorm), meldnorm.origin);
            each(meldnorm.promises);
        }
        for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
            add(protocol_.routes[i].label, protocol_.routes[i].origin, true);
            add(sentences_.of(protocol_.routes[i]), protocol_.routes[i].origin);
            duties(model::HomeKind::Route, i);
        }
        for (const model::Decision& decision : protocol_.decisions) {
            add(decision.label, decision.origin, true);
            add(sentences_.of(decision), decision.origin);
            actors(decision.owners, ActorSlot::Owner);
            actors(decision.deciders, ActorSlot::Decider);
            actors(decision.reporters, ActorSlot::Reporter);
        }
        for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
            exception(protocol_.exceptions[i], i);
        }
        for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
            topic(protocol_.topics[i], i);
        }
    }

    void exception(const model::Exception& exception, std::uint32_t index) {
        add(exception.label, exception.origin, true);
        add(sentences_.of(exception), exception.origin);
        each(exception.grounds, &Sentences::ground);
        for (const model::Origin& origin : exception.closed) {
            add(sentences_.closed(), origin);
        }
        for (const model::Origin& origin : exception.later) {
            add(sentences_.later(), origin);
        }
        duties(model::HomeKind::Exception, index);
        explanations(exception.explanations);
    }

    void topic(const model::Topic& topic, std::uint32_t index) {
        add(sentences_.of(topic), topic.origin, true);
        if (topic.inapplicable) {
            add(sentences_.inapplicable(topic), topic.origin);
        }
        actors(topic.performers, ActorSlot::TopicPerformer);
        consults(topic.consults, topic.performers);
        each(topic.thresholds, &Sentences::threshold);
        each(topic.points);
        duties(model::HomeKind::Topic, index);
        explanations(topic.explanations);
    }

    const Sentences& sentences_;
    const model::Protocol& protocol_;
    std::vector<Sentence> result_;
};

} // namespace

std::vector<Sentence> Sentences::all() const {
    return Walk(*this, protocol_).run();
}

} // namespace meldc::emit
