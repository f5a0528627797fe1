#include "compare/entries.h"

#include "check/naming.h"
#include "compare/entry_words.h"

namespace meldc::compare {

using diagnostics::phrase;
using diagnostics::Phrase;

std::string Entry::keyOf(Aspect aspect) const {
    const auto at = aspects.find(aspect);
    return at == aspects.end() ? std::string() : listed(at->second).key;
}

namespace {

class EntryMaker {
public:
    explicit EntryMaker(const Sayer& sayer) : say_(sayer), protocol_(sayer.protocol()) {}

    std::vector<Entry> run() {
        unit();
        people();
        for (const model::Decision& each : protocol_.decisions) decision(each);
        for (const model::Step& each : protocol_.steps) step(each);
        for (const model::Question& each : protocol_.questions) question(each);
        rules();
        for (const model::Task& each : protocol_.tasks) duty(each);
        for (const model::Exception& each : protocol_.exceptions) exception(each);
        for (const model::Topic& each : protocol_.topics) topic(each);
        loose();
        return std::move(entries_);
    }

private:
    Entry& make(Thing thing, std::string key, Localized title, const model::Origin* origin) {
        Entry& entry = entries_.emplace_back(Entry{thing, std::move(key), std::move(title), {}, origin});
        if (origin != nullptr) {
            // Marks stand behind a text of their own, which a bare statement has not.
            const Said bare{"stated", phrase(Phrase::ChangeStated)};
            if (const Said marked = say_.marked(bare, *origin); marked.key != bare.key) {
                entry.add(Aspect::Certainty, marked);
            }
        }
        return entry;
    }

    template <class Statements, class Text>
    void add(Entry& entry, Aspect aspect, const Statements& statements, const Text& text) {
        for (const auto& each : statements) {
            Said part = text(each);
            if (!part.isEmpty()) {
                entry.add(aspect, say_.marked(std::move(part), each.origin));
            }
        }
    }
    void actors(Entry& entry, Aspect aspect, const std::vector<model::ActorStatement>& statements) {
        add(entry, aspect, statements, [&](const auto& each) {
            Said part = say_.actor(each.actor);
            return each.behalf ? Said{part.key + " behalf",
                                      phrase(Phrase::ChangeInBrackets, part.text,
                                             phrase(Phrase::SaidBehalf, phrase(Phrase::SaidOrganisation)))}
                               : part;
        });
    }
    void involvements(Entry& entry, Aspect aspect, const std::vector<model::Involvement>& statements) {
        add(entry, aspect, statements, [&](const auto& each) { return say_.involvement(each); });
    }
    void explanations(Entry& entry, const std::vector<model::Explanation>& statements) {
        add(entry, Aspect::Explanation, statements, [](const auto& each) { return words(each.text); });
    }
    void place(Entry& entry, model::StepId step) { entry.add(Aspect::Place, say_.stepWithLabel(step)); }

    void unit() {
        Entry& entry = make(Thing::Unit, "", phrase(Phrase::ChangeUnit), nullptr);
        const auto text = [](const auto& each) { return words(each.text); };
        const auto names = [&](const auto& each) { return say_.concepts(each.names); };
        entry.add(Aspect::Kind, saidKind(protocol_.kind));
        entry.add(Aspect::Label, words(protocol_.label));
        add(entry, Aspect::Organisation, protocol_.organisation, text);
        add(entry, Aspect::Authority, protocol_.authority, text);
        add(entry, Aspect::Sector, protocol_.sectors, names);
        add(entry, Aspect::Profession, protocol_.professions, names);
        add(entry, Aspect::WorksWith, protocol_.worksWith, names);
        add(entry, Aspect::Adopted, protocol_.adopted, saidDay);
        add(entry, Aspect::Consent, protocol_.consent, saidDay);
        add(entry, Aspect::Valid, protocol_.valid, [](const auto& each) { return saidPeriod(each.period); });
        add(entry, Aspect::Authorised, protocol_.authorised, [](const auto& each) {
            return Said{std::to_string(static_cast<int>(each.answer)), check::answerName(each.answer)};
        });
        add(entry, Aspect::Version, protocol_.versions, text);
        add(entry, Aspect::Document, protocol_.documents, [](const auto& each) {
            return Said{each.name + " " + each.path, phrase(Phrase::ChangeNamed, each.name, each.path)};
        });
        add(entry, Aspect::Encoded, protocol_.encoded, saidDay);
        add(entry, Aspect::Reread, protocol_.reread, saidDay);
        add(entry, Aspect::Absent, protocol_.absences, [&](const auto& each) { return absent(each); });
        add(entry, Aspect::Adheres, protocol_.adheres, [](const auto& each) {
            return Said{each.norm + " " + std::to_string(static_cast<int>(each.severity)), support::same(each.norm)};
        });
        add(entry, Aspect::Reference, protocol_.references, saidReference);
        add(entry, Aspect::Personal, protocol_.personal, text);
        explanations(entry, protocol_.explanations);
    }

    Said absent(const model::Absence& each) const {
        const Said what = each.concept_.isValid() ? say_.concept_(each.concept_)
                                                  : Said{"thing", {diagnostics::dutch(check::soughtThing(each)), phrase(Phrase::ChangeAbsentThing).en}};
        return {what.key + " " + std::to_string(static_cast<int>(each.kind)) + ":" +
                    std::to_string(static_cast<int>(each.thing)),
                what.text};
    }

    void people() {
        for (const model::RoleDecl& each : protocol_.roles) {
            if (each.name.empty()) continue;
            Entry& entry = make(Thing::Role, Renames::in(say_.renames().roles, each.name),
                                titled(Phrase::ChangeRole, each.name, each.label), &each.origin);
            for (const model::ConceptId kindOf : each.kinds) entry.add(Aspect::Kind, say_.concept_(kindOf));
            entry.add(Aspect::Label, words(each.label));
            for (const std::string& synonym : each.synonyms) entry.add(Aspect::Synonym, words(synonym));
        }
        for (const model::SystemDecl& each : protocol_.systems) {
            if (each.name.empty()) continue;
            Entry& entry = make(Thing::System, Renames::in(say_.renames().systems, each.name),
                                titled(Phrase::ChangeSystem, each.name, each.label), &each.origin);
            for (const model::Ref& who : each.onlyFor) entry.add(Aspect::OnlyFor, say_.ref(who));
            entry.add(Aspect::Label, words(each.label));
        }
        for (const model::Contact& each : protocol_.contacts) {
            const Said party = say_.concept_(each.party);
            Entry& entry = make(Thing::Contact, party.key, phrase(Phrase::ChangeContact, party.text), &each.origin);
            entry.add(Aspect::Phone, words(each.phone));
            entry.add(Aspect::Label, words(each.label));
            entry.add(Aspect::Address, words(each.address));
            entry.add(Aspect::Address, words(each.website));
        }
        for (const model::SamePerson& each : protocol_.samePersons) {
            const Said who = say_.refs(each.roles);
            Entry& entry = make(Thing::SamePerson, who.key, phrase(Phrase::ChangeSamePerson, who.text), &each.origin);
            entry.add(Aspect::Modality, say_.modality(each.modality));
        }
    }

    void decision(const model::Decision& each) {
        const Said about = say_.concepts(each.about);
        Entry& entry = make(Thing::Decision, about.key, phrase(Phrase::ChangeDecision, about.text), &each.origin);
        if (each.oneOf) entry.add(Aspect::Form, {"one of", phrase(Phrase::SaidEitherOr, about.text)});
        if (each.form) entry.add(Aspect::Form, {"variant", phrase(Phrase::PageMarkVariant)});
        entry.add(Aspect::Label, words(each.label));
        place(entry, each.step);
        actors(entry, Aspect::Owner, each.owners);
        actors(entry, Aspect::Decider, each.deciders);
        actors(entry, Aspect::Reporter, each.reporters);
    }

    void step(const model::Step& each) {
        if (each.id.empty()) return;
        Entry& entry = make(Thing::Step, Renames::in(say_.renames().steps, each.id),
                            phrase(Phrase::ChangeStepNamed, each.id, each.label), &each.origin);
        entry.add(Aspect::Label, words(each.label));
        add(entry, Aspect::Function, each.functions, [&](const auto& one) { return say_.concepts(one.names); });
        actors(entry, Aspect::Performer, each.performers);
        actors(entry, Aspect::Owner, each.owners);
        actors(entry, Aspect::Decider, each.deciders);
        involvements(entry, Aspect::Participant, each.participants);
        involvements(entry, Aspect::Consults, each.consults);
        add(entry, Aspect::Order, each.order, [&](const auto& one) {
            return order(one.after, one.step);
        });
        explanations(entry, each.explanations);
    }

    Said order(bool isAfter, const std::string& id) const {
        return id.empty() ? Said{}
                          : Said{(isAfter ? "after " : "before ") + say_.step(id).key,
                                 phrase(isAfter ? Phrase::SaidAfter : Phrase::SaidBefore, id)};
    }

    void question(const model::Question& each) {
        if (each.id.empty()) return;
        Entry& entry = make(Thing::Question, Renames::in(say_.renames().questions, each.id),
                            phrase(Phrase::ChangeQuestionNamed, each.id, each.label), &each.origin);
        entry.add(Aspect::Label, words(each.label));
        place(entry, each.step);
        add(entry, Aspect::AnswerYes, each.yesWhen, [&](const auto& one) { return say_.condition(one.condition); });
        add(entry, Aspect::RestsOn, each.restsOn, [&](const auto& one) { return restsOn(one); });
        actors(entry, Aspect::Performer, each.performers);
        involvements(entry, Aspect::Participant, each.participants);
        for (const model::Edge& edge : each.edges) {
            const Aspect aspect = edge.answer == model::Answer::Yes  ? Aspect::OnYes
                                  : edge.answer == model::Answer::No ? Aspect::OnNo
                                                                     : Aspect::OnDoubt;
            entry.add(aspect, say_.marked(say_.edge(edge), edge.origin));
        }
        explanations(entry, each.explanations);
    }

    Said restsOn(const model::RestsOn& given) const {
        constexpr std::uint32_t kMostSteps = 100;
        std::vector<Said> parts;
        for (const syntax::LineRange& range : given.steps) {
            if (range.last - range.first > kMostSteps) {
                parts.push_back(words(std::to_string(range.first) + "-" + std::to_string(range.last)));
                continue;
            }
            for (std::uint32_t number = range.first; number <= range.last; ++number) {
                parts.push_back({say_.step(std::to_string(number)).key, support::same(std::to_string(number))});
            }
        }
        return listed(std::move(parts));
    }

    void rules() {
        for (const model::FrameworkUse& each : protocol_.frameworks) {
            const Localized called = !each.openTerm.empty() ? phrase(Phrase::SaidFrameworkOpen, each.openTerm)
                                     : each.name.empty()    ? phrase(Phrase::SaidFrameworkOwn)
                                                            : support::same(each.name);
            Entry& entry = make(Thing::Framework, each.name + "|" + each.openTerm,
                                phrase(Phrase::SaidFramework, called), &each.origin);
            place(entry, each.step);
            entry.add(Aspect::Version, words(each.version));
            for (const std::string& candidate : each.candidates) entry.add(Aspect::Value, words(candidate));
            add(entry, Aspect::Ground, each.grounds, [&](const auto& one) { return say_.concepts(one.names); });
        }
        for (const model::CountsAs& each : protocol_.countsAs) {
            const Said fact = say_.concept_(say_.vocabulary()[each.fact].concept_);
            const Said as = say_.concept_(say_.vocabulary()[each.as].concept_);
            make(Thing::CountsAs, fact.key + " as " + as.key, phrase(Phrase::SaidCountsAs, fact.text, as.text),
                 &each.origin);
        }
        for (const model::Meldnorm& each : protocol_.meldnormen) {
            Entry& entry = make(Thing::Meldnorm, each.id, titled(Phrase::ChangeMeldnorm, each.id, each.label),
                                &each.origin);
            entry.add(Aspect::Label, words(each.label));
            add(entry, Aspect::Promise, each.promises, [&](const auto& one) {
                const Said how = say_.modality(one.modality);
                const Said what = say_.concepts(one.consequences);
                const Said when = say_.condition(one.condition);
                return Said{how.key + " " + what.key + " when " + when.key,
                            phrase(Phrase::SaidPromise, how.text, what.text, when.text)};
            });
        }
        for (const model::Route& each : protocol_.routes) {
            if (each.id.empty()) continue;
            Entry& entry = make(Thing::Route, each.id, titled(Phrase::ChangeRoute, each.id, each.label), &each.origin);
            entry.add(Aspect::Label, words(each.label));
            entry.add(Aspect::Condition, say_.condition(each.condition));
            place(entry, each.step);
        }
    }

    /// Where a duty stands.
    Said home(const model::Task& task) const {
        const auto with = [&](Said inner) {
            const Said step = say_.stepWithLabel(task.home.step);
            return step.isEmpty() ? inner
                                  : Said{inner.key + " in " + step.key,
                                         phrase(Phrase::ChangeInBrackets, inner.text, step.text)};
        };
        switch (task.home.kind) {
        case model::HomeKind::Topic: {
            const Said topic = say_.concept_(protocol_.topics[task.home.index].topic);
            return with({"topic " + topic.key, phrase(Phrase::ChangeTopic, topic.text)});
        }
        case model::HomeKind::Route: {
            const model::Route& route = protocol_.routes[task.home.index];
            return with({"route " + route.id, titled(Phrase::ChangeRoute, route.id, route.label)});
        }
        case model::HomeKind::Exception: {
            const Said on = say_.concept_(protocol_.exceptions[task.home.index].on);
            return with({"exception " + on.key, phrase(Phrase::ChangeException, on.text)});
        }
        case model::HomeKind::Step:
        case model::HomeKind::Unit: break;
        }
        return say_.stepWithLabel(task.home.step);
    }

    void duty(const model::Task& task) {
        const Said who = say_.actor(task.actor);
        const Said deed = say_.deed(task);
        const Said how = say_.modality(task.modality);
        const Localized verb = say_.isMany(task.actor) ? say_.modalityOfMany(task.modality) : how.text;
        const Said where = home(task);
        Entry& entry = make(Thing::Duty, who.key + "/" + deed.key + "/" + where.key,
                            phrase(Phrase::ChangeDuty, who.text, verb, deed.text), &task.origin);
        entry.task = &task;
        entry.add(Aspect::Performer, who);
        entry.add(Aspect::Modality, how);
        if (task.timing) entry.add(Aspect::Timing, say_.timing(*task.timing));
        entry.add(Aspect::Deed, deed);
        entry.add(Aspect::With, say_.refs(task.with, task.oneOfWith));
        entry.add(Aspect::To, say_.refs(task.to, task.oneOfTo));
        entry.add(Aspect::In, say_.refs(task.in, true));
        entry.add(Aspect::About, say_.refs(task.about));
        if (task.behalfOfOrganisation) {
            entry.add(Aspect::Behalf, {"organisation", phrase(Phrase::SaidOrganisation)});
        } else if (task.behalf) {
            entry.add(Aspect::Behalf, say_.ref(*task.behalf));
        }
        if (task.condition) entry.add(Aspect::Condition, say_.condition(*task.condition));
        entry.add(Aspect::Place, where);
        entry.add(Aspect::Order, order(false, task.beforeStep));
        entry.add(Aspect::Order, order(true, task.afterStep));
        entry.add(Aspect::Return, say_.question(task.returnTo));
        for (const std::string& term : task.openTerms) {
            entry.add(Aspect::OpenTerm, {term, phrase(Phrase::PageOpenWords, term)});
        }
    }

    void exception(const model::Exception& each) {
        const Said on = say_.concept_(each.on);
        Entry& entry = make(Thing::Exception, on.key, phrase(Phrase::ChangeException, on.text), &each.origin);
        entry.add(Aspect::Label, words(each.label));
        place(entry, each.step);
        add(entry, Aspect::Ground, each.grounds, [&](const auto& one) { return say_.ground(one); });
        for (const model::Origin& one : each.closed) {
            entry.add(Aspect::Closed, say_.marked({"closed", phrase(Phrase::SaidClosed)}, one));
        }
        for (const model::Origin& one : each.later) {
            entry.add(Aspect::Later, say_.marked({"later", phrase(Phrase::SaidLater)}, one));
        }
        explanations(entry, each.explanations);
    }

    void topic(const model::Topic& each) {
        const Said about = say_.concept_(each.topic);
        Entry& entry = make(Thing::Topic, about.key, phrase(Phrase::ChangeTopic, about.text), &each.origin);
        entry.add(Aspect::Label, words(each.label));
        place(entry, each.step);
        if (each.inapplicable) {
            entry.add(Aspect::Inapplicable, {"not " + *each.inapplicable, support::same(*each.inapplicable)});
        }
        add(entry, Aspect::Point, each.points, [&](const auto& one) { return say_.concept_(one.point); });
        for (const model::Point& one : each.points) entry.add(Aspect::Label, words(one.label));
        involvements(entry, Aspect::Consults, each.consults);
        actors(entry, Aspect::Performer, each.performers);
        add(entry, Aspect::Threshold, each.thresholds, [&](const auto& one) { return say_.ground(one); });
        explanations(entry, each.explanations);
    }

    void loose() {
        for (const model::AgeBand& each : protocol_.ageBands) {
            const std::string from = std::to_string(each.from);
            const std::string until = each.until ? std::to_string(*each.until) : std::string();
            Entry& entry = make(Thing::Age, from + "-" + until,
                                until.empty() ? phrase(Phrase::ChangeAgeFrom, from)
                                              : phrase(Phrase::ChangeAge, from, until),
                                &each.origin);
            entry.add(Aspect::Value, say_.refs(each.who));
            if (!each.about.empty()) entry.add(Aspect::About, say_.refs(each.about));
        }
        for (const model::Blank& each : protocol_.blanks) {
            const std::string& known = !each.slot.empty() ? each.slot : !each.name.empty() ? each.name : each.text;
            Entry& entry = make(Thing::Blank, known, phrase(Phrase::SaidBlank, each.text.empty() ? known : each.text),
                                &each.origin);
            entry.add(Aspect::Label, words(each.text));
        }
        for (const model::Ambiguity& each : protocol_.ambiguities) {
            Entry& entry = make(Thing::Ambiguity, each.label, phrase(Phrase::ChangeAmbiguity, each.label),
                                &each.origin);
            for (const std::string& reading : each.readings) entry.add(Aspect::Reading, words(reading));
        }
    }

    const Sayer& say_;
    const model::Protocol& protocol_;
    std::vector<Entry> entries_;
};

} // namespace

std::vector<Entry> entriesOf(const Sayer& sayer) {
    return EntryMaker(sayer).run();
}

} // namespace meldc::compare
