#include "model/print.h"

namespace meldc::model {

std::string nameOf(const Ref& ref, const Protocol& protocol, const Vocabulary& vocabulary) {
    switch (ref.kind) {
        case Ref::Kind::Role: return protocol.roles[ref.index].name;
        case Ref::Kind::System: return protocol.systems[ref.index].name;
        case Ref::Kind::Concept: return vocabulary[ConceptId{ref.index}].name;
    }
    return {};
}

std::string print(const Condition& condition, const Vocabulary& vocabulary) {
    const auto joined = [&](const char* between) {
        std::string text = "(";
        for (const Condition& operand : condition.operands) {
            if (text.size() > 1) text += between;
            text += print(operand, vocabulary);
        }
        return text + ")";
    };
    switch (condition.kind) {
        case ConditionKind::Fact: return vocabulary.nameOf(condition.fact);
        case ConditionKind::Not: return "not" + joined("");
        case ConditionKind::And: return joined(" and ");
        case ConditionKind::Or: return joined(" or ");
        case ConditionKind::DoubtAbout: return "doubt" + joined("");
        case ConditionKind::Perhaps: return "perhaps" + joined("");
        case ConditionKind::AnyDoubt: return "any-doubt";
        case ConditionKind::OpenTerm: return "open\"" + condition.words + "\"";
        case ConditionKind::Choice: return "choice\"" + condition.words + "\"";
    }
    return {};
}

namespace {

const char* word(Modality modality) {
    switch (modality) {
        case Modality::Must: return "must";
        case Modality::May: return "may";
        case Modality::MayNot: return "may-not";
    }
    return "";
}

const char* word(Answer answer) {
    switch (answer) {
        case Answer::Yes: return "yes";
        case Answer::No: return "no";
        case Answer::Doubt: return "doubt";
    }
    return "";
}

/// Writes lines with their indentation; one method per kind of statement.
class Printer {
public:
    Printer(const Protocol& protocol, const Vocabulary& vocabulary)
        : protocol_(protocol), vocabulary_(vocabulary) {}

    std::string run() {
        line("unit " + protocol_.name + " \"" + protocol_.label + "\"");
        ++depth_;
        for (const std::string& each : protocol_.follows) line("follows " + each);
        header();
        for (const RoleDecl& role : protocol_.roles) {
            line("role " + role.name + " \"" + role.label + "\" is " + names(role.kinds), role.origin);
        }
        for (const SystemDecl& system : protocol_.systems) {
            line("system " + system.name + " \"" + system.label + "\"" +
                     (system.onlyFor.empty() ? "" : " only for " + refs(system.onlyFor)),
                 system.origin);
        }
        for (const Contact& contact : protocol_.contacts) {
            line("contact " + name(contact.party) + " phone \"" + contact.phone + "\"", contact.origin);
        }
        for (const Ambiguity& each : protocol_.ambiguities) {
            line("ambiguity \"" + each.label + "\" readings " + std::to_string(each.readings.size()), each.origin);
        }
        for (const VariantGroup& group : protocol_.variantGroups) {
            line("contradiction on slot " + std::to_string(static_cast<int>(group.slot)) + " of " + group.owner +
                 ": " + std::to_string(group.values) + " values");
        }
        decisions();
        steps();
        for (const FrameworkUse& use : protocol_.frameworks) {
            line("framework " + (use.name.empty() ? std::string("own") : use.name) +
                     (use.openTerm.empty() ? "" : " open \"" + use.openTerm + "\"") + stepOf(use.step),
                 use.origin);
            for (const NamesStatement& ground : use.grounds) nested("ground " + names(ground.names), ground.origin);
        }
        questions();
        promises();
        for (std::uint32_t index = 0; index < protocol_.routes.size(); ++index) {
            const Route& route = protocol_.routes[index];
            line("route " + route.id + " when " + print(route.condition, vocabulary_) + stepOf(route.step),
                 route.origin);
            tasks(HomeKind::Route, index);
        }
        exceptionsAndTopics();
        tasks(HomeKind::Unit, 0);
        rest();
        return std::move(text_);
    }

private:
    void header() {
        for (const auto& each : protocol_.organisation) line("organisation \"" + each.text + "\"", each.origin);
        for (const auto& each : protocol_.authority) line("authority \"" + each.text + "\"", each.origin);
        for (const auto& each : protocol_.sectors) line("sectors " + names(each.names), each.origin);
        for (const auto& each : protocol_.professions) line("professions " + names(each.names), each.origin);
        for (const auto& each : protocol_.worksWith) line("works with " + names(each.names), each.origin);
        for (const auto& each : protocol_.adopted) {
            line("adopted " + (each.date ? each.date->str() : std::string("?")), each.origin);
        }
        for (const auto& each : protocol_.valid) {
            line("valid " + (each.period.from ? each.period.from->str() : std::string()) + ".." +
                     (each.period.until ? each.period.until->str() : std::string()),
                 each.origin);
        }
        for (const SourceDocument& document : protocol_.documents) {
            line("document " + document.name + " \"" + document.path + "\"");
        }
    }

    void decisions() {
        for (const Decision& decision : protocol_.decisions) {
            line(std::string("decision ") + (decision.oneOf ? "one of " : "") + names(decision.about) +
                     stepOf(decision.step),
                 decision.origin);
            actors("owner", decision.owners);
            actors("decider", decision.deciders);
            actors("reporter", decision.reporters);
        }
    }

    void steps() {
        for (std::uint32_t index = 0; index < protocol_.steps.size(); ++index) {
            const Step& step = protocol_.steps[index];
            line("step " + step.id + " \"" + step.label + "\"", step.origin);
            for (const auto& each : step.functions) nested("function " + names(each.names), each.origin);
            actors("performer", step.performers);
            actors("owner", step.owners);
            actors("decider", step.deciders);
            involvements("participant", step.participants);
            involvements("consults", step.consults);
            for (const StepOrder& each : step.order) {
                nested(std::string(each.after ? "after step " : "before step ") + each.step, each.origin);
            }
            tasks(HomeKind::Step, index);
        }
    }

    void questions() {
        for (const Question& question : protocol_.questions) {
            line("question " + question.id + " \"" + question.label + "\"" + stepOf(question.step), question.origin);
            for (const ConditionStatement& each : question.yesWhen) {
                nested("yes when " + print(each.condition, vocabulary_), each.origin);
            }
            for (const RestsOn& each : question.restsOn) {
                std::string text = "rests on";
                for (const auto& range : each.steps) {
                    text += " " + std::to_string(range.first) + "-" + std::to_string(range.last);
                }
                nested(text, each.origin);
            }
            actors("performer", question.performers);
            involvements("participant", question.participants);
            for (const Edge& edge : question.edges) nested(print(edge), edge.origin);
        }
    }

    std::string print(const Edge& edge) const {
        std::string text = std::string(word(edge.answer)) + " ->";
        for (const Effect& effect : edge.effects) {
            text += std::string(" ") + word(effect.modality) + " " + name(effect.consequence) + ",";
        }
        switch (edge.target) {
            case TargetKind::End: text += " end"; break;
            case TargetKind::Question: text += " question " + edge.question; break;
            case TargetKind::Wait: text += " wait"; break;
            case TargetKind::Open: text += " open \"" + edge.openTerm + "\""; break;
        }
        if (!edge.step.empty()) text += " to step " + edge.step;
        return text;
    }

    std::string print(const Condition& condition, const Vocabulary& vocabulary) const {
        return model::print(condition, vocabulary);
    }

    void promises() {
        for (const Meldnorm& meldnorm : protocol_.meldnormen) {
            line("meldnorm " + meldnorm.id + " \"" + meldnorm.label + "\"", meldnorm.origin);
            for (const Promise& promise : meldnorm.promises) {
                nested(std::string(word(promise.modality)) + " " + names(promise.consequences) + " when " +
                           print(promise.condition, vocabulary_),
                       promise.origin);
            }
        }
    }

    void exceptionsAndTopics() {
        for (std::uint32_t index = 0; index < protocol_.exceptions.size(); ++index) {
            const Exception& exception = protocol_.exceptions[index];
            line("exception on " + name(exception.on) + stepOf(exception.step), exception.origin);
            for (const ExceptionGround& ground : exception.grounds) nested(print("ground", ground), ground.origin);
            for (const Origin& closed : exception.closed) nested("closed", closed);
            for (const Origin& later : exception.later) nested("later after all", later);
            tasks(HomeKind::Exception, index);
        }
        for (std::uint32_t index = 0; index < protocol_.topics.size(); ++index) {
            const Topic& topic = protocol_.topics[index];
            line("topic " + name(topic.topic) + stepOf(topic.step) +
                     (topic.inapplicable ? " not applicable because \"" + *topic.inapplicable + "\"" : ""),
                 topic.origin);
            actors("performer", topic.performers);
            involvements("consults", topic.consults);
            for (const ExceptionGround& each : topic.thresholds) nested(print("threshold", each), each.origin);
            for (const Point& point : topic.points) nested("point " + name(point.point), point.origin);
            tasks(HomeKind::Topic, index);
        }
    }

    std::string print(const char* what, const ExceptionGround& ground) const {
        return std::string(what) + " " +
               (ground.openTerm.empty() ? names(ground.names) : "open \"" + ground.openTerm + "\"");
    }

    void rest() {
        for (const AgeBand& band : protocol_.ageBands) {
            line("age " + std::to_string(band.from) + ".." + (band.until ? std::to_string(*band.until) : "") + " " +
                     refs(band.who) + (band.about.empty() ? "" : " about " + refs(band.about)),
                 band.origin);
        }
        for (const Blank& each : protocol_.blanks) {
            const std::string& known = each.slot.empty() ? each.name : each.slot;
            line("blank " + (known.empty() ? "" : known + " ") + "\"" + each.text + "\"", each.origin);
        }
        for (const auto& each : protocol_.personal) line("personal \"" + each.text + "\"", each.origin);
        for (const LawReference& each : protocol_.references) line("refers to " + each.name, each.origin);
        for (const CountsAs& each : protocol_.countsAs) {
            line(vocabulary_.nameOf(each.fact) + " counts as " + vocabulary_.nameOf(each.as), each.origin);
        }
        for (const Absence& each : protocol_.absences) {
            line("absent" + (each.concept_.isValid() ? " " + name(each.concept_) : std::string()), each.origin);
        }
        for (const AdheresTo& each : protocol_.adheres) line("adheres to " + each.norm, each.origin);
        for (const Lapse& each : protocol_.lapses) line("lapsed " + each.what, each.origin);
        for (const Deviation& each : protocol_.deviations) {
            line("deviates from " + each.from + ": " + each.after + ", was " + each.before, each.at);
        }
    }

    void tasks(HomeKind kind, std::uint32_t index) {
        for (const Task& task : protocol_.tasks) {
            const bool isHere = task.home.kind == kind && (kind == HomeKind::Unit || task.home.index == index);
            if (isHere) nested(print(task), task.origin);
        }
    }

    std::string print(const Task& task) const {
        std::string text = "duty " + actor(task.actor) + " " + word(task.modality);
        if (task.timing) text += task.timing->kind == syntax::TimingKind::Directly
                                     ? " directly"
                                     : " within " + std::to_string(task.timing->amount);
        text += " " + name(task.action);
        if (!task.objects.empty()) text += " " + refs(task.objects, task.oneOfObjects ? " or " : ", ");
        if (!task.in.empty()) text += " in " + refs(task.in);
        if (!task.with.empty()) text += " with " + refs(task.with, task.oneOfWith ? " or " : ", ");
        if (!task.to.empty()) text += " to " + refs(task.to, task.oneOfTo ? " or " : ", ");
        if (!task.about.empty()) text += " about " + refs(task.about);
        if (task.condition) text += " when " + print(*task.condition, vocabulary_);
        if (!task.returnTo.empty()) text += " back to question " + task.returnTo;
        for (const std::string& term : task.openTerms) text += " open \"" + term + "\"";
        if (!task.consequences.empty()) text += " => " + names(task.consequences);
        return text;
    }

    void actors(const char* what, const std::vector<ActorStatement>& statements) {
        for (const ActorStatement& each : statements) nested(what + (" " + actor(each.actor)), each.origin);
    }

    void involvements(const char* what, const std::vector<Involvement>& statements) {
        for (const Involvement& each : statements) {
            nested(std::string(what) + " " + word(each.modality) + (each.oneOf ? " one of " : " ") + refs(each.who) +
                       (each.condition ? " when " + print(*each.condition, vocabulary_) : ""),
                   each.origin);
        }
    }

    std::string actor(const Actor& actor) const {
        switch (actor.kind) {
            case syntax::PerformerKind::Named:
                return refs(actor.who, actor.joint ? " and " : " or ") +
                       (actor.otherwise ? ", otherwise " + nameOf(*actor.otherwise, protocol_, vocabulary_) : "");
            case syntax::PerformerKind::Agreed: return "agreed between " + refs(actor.who, " and ");
            case syntax::PerformerKind::Open: return "open \"" + actor.openTerm + "\"";
        }
        return {};
    }

    std::string name(ConceptId id) const { return vocabulary_[id].name; }

    std::string names(const std::vector<ConceptId>& ids) const {
        std::string text;
        for (const ConceptId id : ids) text += (text.empty() ? "" : ", ") + name(id);
        return text;
    }

    std::string refs(const std::vector<Ref>& each, const char* between = ", ") const {
        std::string text;
        for (const Ref& ref : each) {
            if (!text.empty()) text += between;
            text += nameOf(ref, protocol_, vocabulary_);
        }
        return text;
    }

    std::string stepOf(StepId step) const { return step.isValid() ? " in step " + protocol_.steps[step.value].id : ""; }

    void nested(const std::string& text, const Origin& origin) {
        ++depth_;
        line(text, origin);
        --depth_;
    }

    void line(const std::string& text) { text_ += std::string(depth_ * 2, ' ') + text + "\n"; }

    /// With where it comes from and in which worlds it counts.
    void line(const std::string& text, const Origin& origin) {
        std::string suffix;
        for (const Place& place : origin.places) {
            suffix += " @" + place.document;
            for (const auto& range : place.lines) {
                suffix += ":" + std::to_string(range.first) +
                          (range.last == range.first ? "" : "-" + std::to_string(range.last));
            }
        }
        for (const Guard& guard : origin.guards) {
            suffix += " {reading " + std::to_string(guard.ambiguity) + "." + std::to_string(guard.reading) + "}";
        }
        if (origin.variant) {
            suffix += " {variant " + std::to_string(origin.variant->group) + "." +
                      std::to_string(origin.variant->value) + "}";
        }
        if (origin.level > 0) suffix += " {level " + std::to_string(origin.level) + "}";
        if (origin.draft) suffix += " {draft}";
        line(text + suffix);
    }

    const Protocol& protocol_;
    const Vocabulary& vocabulary_;
    std::string text_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string print(const Protocol& protocol, const Vocabulary& vocabulary) {
    return Printer(protocol, vocabulary).run();
}

std::string print(const Waiver& waiver) {
    const auto day = [](const std::optional<Date>& date) { return date ? date->str() : std::string("-"); };
    return "waiver " + waiver.norm + " for " + waiver.unit + " by \"" + waiver.decidedBy + "\" on " +
           waiver.decidedOn.str() + " valid " + day(waiver.valid.from) + ".." + day(waiver.valid.until) + " because \"" +
           waiver.reason + "\"\n";
}

}  // namespace meldc::model
