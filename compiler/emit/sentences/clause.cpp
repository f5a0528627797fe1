#include "emit/sentences/clause.h"

#include "diagnostics/sentence_parts.h"

#include <algorithm>
#include <map>

namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;
using model::VerbPiece;

void addWord(std::string& text, const std::string& part) {
    if (!part.empty()) {
        text += (text.empty() ? "" : " ") + part;
    }
}

/// No space and no second comma before what closes a part of a sentence.
std::string tidied(std::string text) {
    for (const auto& [wrong, right] : {std::pair{",,", ","}, std::pair{",.", "."}, std::pair{",:", ":"}}) {
        for (std::size_t at = text.find(wrong); at != std::string::npos; at = text.find(wrong)) {
            text.replace(at, 2, right);
        }
    }
    return text;
}

/// The form of a verb for an object: its own, or the one for all others.
const model::VerbForm* formFor(const model::Concept& action, const model::Ref* object) {
    const model::VerbForm* general = nullptr;
    for (const model::VerbForm& form : action.verbs) {
        const bool isForThis =
            object != nullptr && object->kind == model::Ref::Kind::Concept &&
            std::find(form.objects.begin(), form.objects.end(), model::ConceptId{object->index}) !=
                form.objects.end();
        if (isForThis) {
            return &form;
        }
        if (form.objects.empty() && form.hasObject() == (object != nullptr) && general == nullptr) {
            general = &form;
        }
    }
    return general;
}

/// "doet dit: …": what is never wrong of a verb without forms.
Predicate plainPredicate(const Nouns& nouns, const model::Concept& action,
                         std::span<const model::Ref> objects, bool isOneOf) {
    const std::string what =
        objects.empty() ? action.label.nl
                        : dutch(SentencePart::ThisNamelyOf, action.label.nl, nouns.labels(objects, isOneOf));
    const auto form = [&](SentencePart does) {
        return dutch(SentencePart::ThisNamely, dutch(does), what);
    };
    return predicateOf(form(SentencePart::DoesThis), form(SentencePart::DoThis),
                       form(SentencePart::ToDoThis), form(SentencePart::NotToDoThis));
}

struct Spoken {
    std::string text;
    bool hasIn = false;
    bool hasWith = false;
    bool hasTo = false;
    bool hasAbout = false;
};

/// The words of a phrase with its places filled in.
Spoken spoken(const model::VerbPhrase& phrase, const Predicate& predicate,
              const Complements& complements, model::Modality modality) {
    Spoken result;
    const auto place = [&](const VerbPiece& piece, const std::string& names, bool& isThere) {
        if (!names.empty()) {
            addWord(result.text, piece.words);
            addWord(result.text, names);
            isThere = true;
        }
    };
    for (const VerbPiece& piece : phrase) {
        switch (piece.kind) {
        case VerbPiece::Kind::Words:
            addWord(result.text, piece.words);
            break;
        case VerbPiece::Kind::Object:
            addWord(result.text, predicate.object);
            break;
        case VerbPiece::Kind::In:
            place(piece, complements.in, result.hasIn);
            break;
        case VerbPiece::Kind::With:
            place(piece, complements.with, result.hasWith);
            break;
        case VerbPiece::Kind::To:
            place(piece, complements.to, result.hasTo);
            break;
        case VerbPiece::Kind::About:
            place(piece, complements.about, result.hasAbout);
            break;
        case VerbPiece::Kind::IfMay:
            addWord(result.text, modality == model::Modality::MayNot ? "" : piece.words);
            break;
        case VerbPiece::Kind::IfMayNot:
            addWord(result.text, modality == model::Modality::MayNot ? piece.words : "");
            break;
        }
    }
    return result;
}

/// The complements that the verb has no place for.
std::string behind(const Spoken& said, const Complements& complements) {
    std::string text;
    const auto add = [&](bool isThere, SentencePart word, const std::string& names) {
        if (!isThere && !names.empty()) {
            addWord(text, dutch(word));
            addWord(text, names);
        }
    };
    add(said.hasTo, SentencePart::To, complements.to);
    add(said.hasWith, SentencePart::With, complements.with);
    add(said.hasAbout, SentencePart::About, complements.about);
    add(said.hasIn, SentencePart::In, complements.in);
    return text;
}

/// Whether a phrase says by itself that something may not be done.
bool hasNegation(const model::VerbPhrase& phrase) {
    return std::any_of(phrase.begin(), phrase.end(), [](const VerbPiece& piece) {
        return piece.kind == VerbPiece::Kind::IfMayNot;
    });
}

/// The verb that changes places with who does it, and what stands behind both.
struct Verb {
    std::string finite;
    std::string rest;
};

Verb verbOf(const Clause& clause, const Predicate& predicate, bool isFirst) {
    Verb verb;
    std::string middle;
    if (!isFirst) {
        addWord(middle, dutch(SentencePart::Also));
    }
    for (const std::string& moment : clause.moments) {
        addWord(middle, moment);
    }
    Spoken said;
    if (clause.modality == model::Modality::Must) {
        const model::VerbPhrase& phrase = clause.subject.isPlural ? predicate.plural : predicate.singular;
        said = spoken(phrase, predicate, clause.complements, clause.modality);
        const std::size_t space = said.text.find(' ');
        verb.finite = said.text.substr(0, space);
        said.text = space == std::string::npos ? std::string() : said.text.substr(space + 1);
    } else {
        verb.finite = dutch(clause.subject.isPlural ? SentencePart::MayMany : SentencePart::May);
        said = spoken(predicate.infinitive, predicate, clause.complements, clause.modality);
        if (clause.modality == model::Modality::MayNot && !hasNegation(predicate.infinitive)) {
            addWord(middle, dutch(SentencePart::Not));
        }
    }
    // A pronoun goes before a moment: "informeert u direct", where a name goes behind it.
    const std::string you = dutch(SentencePart::You);
    if (predicate.object == you && (said.text + " ").starts_with(you + " ")) {
        addWord(verb.rest, you);
        said.text.erase(0, you.size() + 1);
    }
    addWord(verb.rest, middle);
    addWord(verb.rest, said.text);
    addWord(verb.rest, behind(said, clause.complements));
    addWord(verb.rest, predicate.last);
    return verb;
}

/// Nobody may, for "each of them may not": that reads as if some of them may.
Clause withNobody(const Clause& clause) {
    Clause result = clause;
    const std::string every = dutch(SentencePart::Every, "");
    std::string& who = result.subject.text;
    if (clause.modality == model::Modality::MayNot && who.starts_with(every)) {
        who = dutch(SentencePart::Nobody, who.substr(every.size()));
        result.modality = model::Modality::May;
    }
    return result;
}

std::string firstOf(const Clause& clause) {
    if (!clause.condition || clause.condition->clause.empty()) {
        return clause.first;
    }
    return clause.condition->isDoubtAlone ? dutch(SentencePart::InDoubt)
                                          : dutch(SentencePart::WhenFirst, clause.condition->clause);
}

} // namespace

Predicate predicateOf(const std::string& singular, const std::string& plural,
                      const std::string& infinitive, const std::string& notInfinitive) {
    const auto words = [](VerbPiece::Kind kind, const std::string& text) {
        return VerbPiece{kind, text};
    };
    Predicate result;
    result.singular = {words(VerbPiece::Kind::Words, singular)};
    result.plural = {words(VerbPiece::Kind::Words, plural)};
    result.infinitive = {words(VerbPiece::Kind::IfMay, infinitive),
                         words(VerbPiece::Kind::IfMayNot, notInfinitive)};
    return result;
}

std::vector<Predicate> predicatesOf(const model::Vocabulary& vocabulary, const Nouns& nouns,
                                    model::ConceptId action, std::span<const model::Ref> objects,
                                    bool isOneOf) {
    const model::Concept& verb = vocabulary[action];
    const auto predicate = [](const model::VerbForm& form) {
        return Predicate{form.singular, form.plural, form.infinitive, {}, {}};
    };
    if (objects.empty()) {
        const model::VerbForm* form = formFor(verb, nullptr);
        return {form == nullptr ? plainPredicate(nouns, verb, objects, false) : predicate(*form)};
    }
    // Objects of one form go together; what is one choice is not taken apart.
    std::vector<std::pair<const model::VerbForm*, std::vector<Noun>>> groups;
    for (const model::Ref& object : objects) {
        const model::VerbForm* form = formFor(verb, &object);
        if (form == nullptr) {
            return {plainPredicate(nouns, verb, objects, isOneOf)};
        }
        if (isOneOf && !groups.empty()) {
            form = groups.front().first;
        }
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& each) { return each.first == form; });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {form, {}});
        }
        group->second.push_back(nouns.of(object));
    }
    std::vector<Predicate> result;
    for (const auto& [form, names] : groups) {
        std::vector<std::string> middle;
        std::vector<std::string> last;
        // Names before clauses, which would swallow them.
        const bool isAllLast = std::all_of(names.begin(), names.end(),
                                           [](const Noun& name) { return name.comesLast; });
        for (const Noun& name : names) {
            (isAllLast ? last : middle).push_back(name.text);
        }
        result.push_back(predicate(*form));
        result.back().object = listed(middle, isOneOf);
        result.back().last = listed(last, isOneOf);
    }
    return result;
}

std::string invertedOf(const Clause& clause) {
    const Verb verb = verbOf(clause, clause.predicates.front(), true);
    std::string text = verb.finite;
    addWord(text, clause.subject.text);
    addWord(text, verb.rest);
    return text;
}

std::string sentenceOf(const Clause& said) {
    const Clause clause = withNobody(said);
    const std::string first = firstOf(clause);
    std::string text;
    for (std::size_t i = 0; i < clause.predicates.size(); ++i) {
        const Verb verb = verbOf(clause, clause.predicates[i], i == 0);
        std::string sentence = first;
        // Further things that are done follow from the same condition.
        if (i > 0 && !first.empty()) {
            sentence = dutch(SentencePart::ThenFirst);
        }
        if (sentence.empty()) {
            addWord(sentence, clause.subject.text);
            addWord(sentence, verb.finite);
        } else {
            addWord(sentence, verb.finite);
            addWord(sentence, clause.subject.text);
        }
        addWord(sentence, verb.rest);
        for (const std::string& term : clause.openTerms) {
            sentence += ", " + dutch(SentencePart::Quoted, term);
        }
        if (clause.condition && !clause.condition->cases.empty()) {
            sentence += ", " + clause.condition->cases;
        }
        addWord(text, tidied(capital(sentence) + "."));
    }
    addWord(text, clause.subject.remark);
    return text;
}

} // namespace meldc::emit
