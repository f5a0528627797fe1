#include "sema/word_forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "syntax/keywords.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using model::VerbPiece;

namespace {

/// Where an object or name comes.
constexpr std::string_view kPlace = "\u2026";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

void addWords(model::VerbPhrase& phrase, VerbPiece::Kind kind, std::string_view words) {
    if (const std::string_view text = trimmed(words); !text.empty()) phrase.push_back({kind, std::string(text)});
}

/// The names of which duty part a place between brackets is for, by its first word.
std::optional<VerbPiece::Kind> placeOf(std::string_view word) {
    using syntax::Keyword;
    static constexpr std::array kPlaces{std::pair{Keyword::In, VerbPiece::Kind::In},
                                        std::pair{Keyword::With, VerbPiece::Kind::With},
                                        std::pair{Keyword::To, VerbPiece::Kind::To},
                                        std::pair{Keyword::About, VerbPiece::Kind::About}};
    for (const auto& [keyword, kind] : kPlaces) {
        if (word == syntax::spelling(keyword)) return kind;
    }
    return std::nullopt;
}

/// What stands between brackets: a place with its words ("aan …", "aan: bij …"), or words of what may
/// not be done ("niet"), or of what may and may not ("een/geen"). False: none of these.
bool addBracket(model::VerbPhrase& phrase, std::string_view text) {
    const std::size_t place = text.find(kPlace);
    if (place == std::string_view::npos) {
        const std::size_t slash = text.find('/');
        if (slash != std::string_view::npos) addWords(phrase, VerbPiece::Kind::IfMay, text.substr(0, slash));
        addWords(phrase, VerbPiece::Kind::IfMayNot, slash == std::string_view::npos ? text : text.substr(slash + 1));
        return true;
    }
    if (!trimmed(text.substr(place + kPlace.size())).empty()) return false;
    const std::string_view before = trimmed(text.substr(0, place));
    const std::size_t colon = before.find(':');
    const auto kind = placeOf(trimmed(before.substr(0, colon)));
    if (!kind) return false;
    const std::string_view words = colon == std::string_view::npos ? before : before.substr(colon + 1);
    phrase.push_back({*kind, std::string(trimmed(words))});
    return true;
}

/// Absent: brackets or places that mean nothing.
std::optional<model::VerbPhrase> phraseOf(std::string_view text) {
    model::VerbPhrase phrase;
    bool hasObject = false;
    while (!text.empty()) {
        const std::size_t bracket = text.find('(');
        const std::size_t place = text.find(kPlace);
        if (bracket == std::string_view::npos && place == std::string_view::npos) break;
        if (place < bracket) {
            if (hasObject) return std::nullopt;
            hasObject = true;
            addWords(phrase, VerbPiece::Kind::Words, text.substr(0, place));
            phrase.push_back({VerbPiece::Kind::Object, {}});
            text.remove_prefix(place + kPlace.size());
            continue;
        }
        const std::size_t end = text.find(')', bracket);
        if (end == std::string_view::npos) return std::nullopt;
        addWords(phrase, VerbPiece::Kind::Words, text.substr(0, bracket));
        if (!addBracket(phrase, text.substr(bracket + 1, end - bracket - 1))) return std::nullopt;
        text.remove_prefix(end + 1);
    }
    addWords(phrase, VerbPiece::Kind::Words, text);
    if (phrase.empty()) return std::nullopt;
    return phrase;
}

/// Whether the verb comes first, as it must in what one does and several do.
bool beginsWithWords(const model::VerbPhrase& phrase) {
    return phrase.front().kind == VerbPiece::Kind::Words;
}

std::optional<model::VerbForm> verbOf(const syntax::WordForm& written) {
    constexpr std::size_t kFormsOfVerb = 3;
    if (written.texts.size() != kFormsOfVerb || written.isPlural) return std::nullopt;
    const auto singular = phraseOf(written.texts[0].text);
    const auto plural = phraseOf(written.texts[1].text);
    const auto infinitive = phraseOf(written.texts[2].text);
    if (!singular || !plural || !infinitive || !beginsWithWords(*singular) || !beginsWithWords(*plural)) {
        return std::nullopt;
    }
    const auto countObjects = [](const model::VerbPhrase& phrase) {
        return std::count_if(phrase.begin(), phrase.end(),
                             [](const VerbPiece& piece) { return piece.kind == VerbPiece::Kind::Object; });
    };
    if (countObjects(*singular) != countObjects(*plural) || countObjects(*singular) != countObjects(*infinitive)) {
        return std::nullopt;
    }
    return model::VerbForm{*singular, *plural, *infinitive, {}};
}

/// The name of a thing in a sentence.
bool addName(model::Concept& declared, const syntax::WordForm& written) {
    if (written.texts.size() != 1 || !written.objects.empty() || !declared.inSentence.empty()) return false;
    std::string_view text = trimmed(written.texts.front().text);
    declared.comesLast = text.starts_with(kPlace);
    if (declared.comesLast) text = trimmed(text.substr(kPlace.size()));
    declared.inSentence = text;
    declared.isPlural = written.isPlural;
    return !text.empty();
}

}  // namespace

void addWordForms(model::Vocabulary& vocabulary, model::ConceptId id, const syntax::Concept& written,
                  const Scope& scope, diagnostics::Sink& sink) {
    model::Concept& declared = vocabulary.concepts[id.value];
    const bool isVerb =
        written.kind == model::ConceptKind::Action || written.kind == model::ConceptKind::Consequence;
    for (const syntax::WordForm& form : written.forms) {
        auto verb = isVerb ? verbOf(form) : std::nullopt;
        if (isVerb ? !verb.has_value() : !addName(declared, form)) {
            sink.add(make<Diag::UnfitSentence>(form.span, written.name.text, wordingOf(written.kind)));
            continue;
        }
        if (!verb) continue;
        for (const syntax::Name& name : form.objects) {
            if (const auto object = scope.thing(name)) verb->objects.push_back(model::ConceptId{object->index});
        }
        declared.verbs.push_back(std::move(*verb));
    }
}

}  // namespace meldc::sema
