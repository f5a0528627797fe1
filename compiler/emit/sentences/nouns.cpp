#include "emit/sentences/nouns.h"

#include "diagnostics/phrases.h"
#include "diagnostics/sentence_parts.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;

/// A shorter word may end another one by chance.
constexpr std::size_t kShortestEnding = 2;

std::string quoted(const std::string& text) {
    return dutch(SentencePart::Quoted, text);
}

} // namespace

std::string listed(std::span<const std::string> items, bool isOr) {
    std::string head;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        head += (head.empty() ? "" : ", ") + items[i];
    }
    if (items.empty()) {
        return {};
    }
    return head.empty() ? items.back()
                        : dutch(isOr ? SentencePart::Or : SentencePart::And, head, items.back());
}

std::string capital(std::string text) {
    constexpr std::string_view kOpeningQuote = "\u2018";
    const std::size_t at = text.starts_with(kOpeningQuote) ? kOpeningQuote.size() : 0;
    if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
        text[at] = static_cast<char>(text[at] - 'a' + 'A');
    }
    return text;
}

Noun Nouns::of(const model::Ref& ref) const {
    switch (ref.kind) {
    case model::Ref::Kind::Role:
        return ofRole(protocol_.roles[ref.index]);
    case model::Ref::Kind::System: {
        const model::SystemDecl& system = protocol_.systems[ref.index];
        if (!system.inSentence.empty()) {
            return {system.inSentence, false, false};
        }
        const std::string name = label(ref);
        // Quotation marks are for words that the text leaves open.
        const std::string known = withArticle(name);
        return {known.empty() ? name : known, false, false};
    }
    case model::Ref::Kind::Concept:
        break;
    }
    return of(model::ConceptId{ref.index});
}

Noun Nouns::of(model::ConceptId id) const {
    const model::Concept& named = vocabulary_[id];
    return named.inSentence.empty() ? Noun{quoted(named.label.nl), false, false}
                                    : Noun{withStep(named), named.isPlural, named.comesLast};
}

std::string Nouns::withStep(const model::Concept& named) const {
    std::string text = named.inSentence;
    for (std::uint32_t i = 0; named.comesLast && i < vocabulary_.concepts.size(); ++i) {
        const model::Concept& function = vocabulary_.concepts[i];
        const std::size_t at = function.kind == model::ConceptKind::StepFunction && !function.inSentence.empty()
                                   ? text.find(" " + function.inSentence + " ")
                                   : std::string::npos;
        if (at == std::string::npos) {
            continue;
        }
        std::vector<const model::Step*> steps;
        for (const model::Step& step : protocol_.steps) {
            if (std::any_of(step.functions.begin(), step.functions.end(), [&](const model::NamesStatement& one) {
                    return !one.origin.variant && one.origin.guards.empty() &&
                           std::find(one.names.begin(), one.names.end(), model::ConceptId{i}) != one.names.end();
                })) {
                steps.push_back(&step);
            }
        }
        if (steps.size() == 1) {
            text.replace(at + 1, function.inSentence.size(),
                         dutch(SentencePart::StepOfCode, steps.front()->id, steps.front()->label));
        }
        break;
    }
    return text;
}

bool isOfRole(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Ref& who,
              std::uint32_t role) {
    const auto isOfKind = [&](model::ConceptId wider) {
        const auto& kinds = protocol.roles[role].kinds;
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](model::ConceptId kind) { return vocabulary.fallsUnder(kind, wider); });
    };
    if (who.kind == model::Ref::Kind::Role) {
        const auto& kinds = protocol.roles[who.index].kinds;
        return who.index == role || std::any_of(kinds.begin(), kinds.end(), [&](model::ConceptId kind) {
                   return vocabulary[kind].fallsUnder.empty() && isOfKind(kind);
               });
    }
    return who.kind == model::Ref::Kind::Concept && isOfKind(model::ConceptId{who.index});
}

bool isOfRole(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Actor& actor,
              std::uint32_t role) {
    return std::any_of(actor.who.begin(), actor.who.end(),
                       [&](const model::Ref& ref) { return isOfRole(vocabulary, protocol, ref, role); }) ||
           (actor.otherwise && isOfRole(vocabulary, protocol, *actor.otherwise, role));
}

bool Nouns::isReader(const model::Ref& ref) const {
    return reader_ && isOfRole(vocabulary_, protocol_, ref, *reader_);
}

Noun Nouns::doing(const model::Ref& ref) const {
    return isReader(ref) ? Noun{dutch(SentencePart::You), false, false} : of(ref);
}

Noun Nouns::ofRole(const model::RoleDecl& role) const {
    if (reader_ && &role == &protocol_.roles[*reader_]) {
        return {dutch(SentencePart::You), false, false};
    }
    if (!role.inSentence.empty()) {
        return {role.inSentence, role.isPlural, false};
    }
    const std::string& name = role.label.empty() ? role.name : role.label;
    for (const model::ConceptId kind : role.kinds) {
        const model::Concept& known = vocabulary_[kind];
        if (known.label.nl == name && !known.inSentence.empty()) {
            return {known.inSentence, known.isPlural, false};
        }
    }
    const std::string known = withArticle(name);
    return {known.empty() ? dutch(SentencePart::WithArticle, name) : known, false, false};
}

std::string Nouns::withArticle(const std::string& name) const {
    const std::string_view first = std::string_view(name).substr(0, name.find(' '));
    std::size_t longest = 0;
    std::string result;
    for (const model::Concept& one : vocabulary_.concepts) {
        const std::string& noun = one.label.nl;
        const bool isWord = one.kind == model::ConceptKind::Matter && noun.size() > kShortestEnding && noun.find(' ') == std::string::npos && !one.isPlural;
        // The article stands before the same word, and nothing else does.
        const bool hasArticle = one.inSentence.size() > noun.size() && one.inSentence.ends_with(" " + noun);
        const std::string article = hasArticle ? one.inSentence.substr(0, one.inSentence.size() - noun.size()) : "";
        if (isWord && first.ends_with(noun) && noun.size() > longest && article.find(' ') + 1 == article.size() && hasArticle) {
            longest = noun.size();
            result = article + name;
        }
    }
    return result;
}

Noun Nouns::called(std::string_view name) const {
    for (const model::RoleDecl& role : protocol_.roles) {
        if (role.name == name) {
            return ofRole(role);
        }
    }
    const model::ConceptId id = vocabulary_.find(name);
    return id.isValid() ? of(id) : Noun{quoted(std::string(name)), false, false};
}

std::string Nouns::listOf(std::span<const model::Ref> refs, bool isOr) const {
    std::vector<std::string> items;
    for (const model::Ref& ref : refs) {
        items.push_back(of(ref).text);
    }
    return listed(items, isOr);
}

std::string Nouns::listOf(std::span<const model::ConceptId> ids, bool isOr) const {
    std::vector<std::string> items;
    for (const model::ConceptId id : ids) {
        items.push_back(of(id).text);
    }
    return listed(items, isOr);
}

std::string Nouns::label(const model::Ref& ref) const {
    switch (ref.kind) {
    case model::Ref::Kind::Role: {
        const model::RoleDecl& role = protocol_.roles[ref.index];
        return role.label.empty() ? role.name : role.label;
    }
    case model::Ref::Kind::System: {
        const model::SystemDecl& system = protocol_.systems[ref.index];
        return system.label.empty() ? system.name : system.label;
    }
    case model::Ref::Kind::Concept:
        break;
    }
    return vocabulary_[model::ConceptId{ref.index}].label.nl;
}

std::string Nouns::labels(std::span<const model::Ref> refs, bool isOr) const {
    std::vector<std::string> items;
    for (const model::Ref& ref : refs) {
        items.push_back(label(ref));
    }
    return listed(items, isOr);
}

std::string Nouns::labels(std::span<const model::ConceptId> ids, bool isOr) const {
    std::vector<std::string> items;
    for (const model::ConceptId id : ids) {
        items.push_back(vocabulary_[id].label.nl);
    }
    return listed(items, isOr);
}

Subject Nouns::subject(std::span<const model::Ref> who, bool isOr) const {
    std::vector<std::string> items;
    for (const model::Ref& ref : who) {
        // Two names may both stand for the reader.
        std::string text = doing(ref).text;
        if (std::find(items.begin(), items.end(), text) == items.end()) {
            items.push_back(std::move(text));
        }
    }
    const bool isMany = (items.size() > 1 && !isOr) || (!who.empty() && doing(who.back()).isPlural);
    return {listed(items, isOr), isMany, {}, who.size() == 1 && isReader(who.front())};
}

std::string Nouns::label(const model::Actor& actor) const {
    if (actor.kind == syntax::PerformerKind::Open) {
        return diagnostics::phrase(diagnostics::Phrase::PageOpenWords, support::same(actor.openTerm)).nl;
    }
    const std::string text = labels(actor.who, !actor.joint);
    return actor.otherwise ? dutch(SentencePart::Otherwise, text, label(*actor.otherwise)) : text;
}

Subject Nouns::subject(const model::Actor& actor) const {
    Subject result;
    switch (actor.kind) {
    case syntax::PerformerKind::Named:
        result = subject(actor.who, !actor.joint);
        break;
    case syntax::PerformerKind::Agreed:
        result = subject(actor.who, true);
        result.remark = dutch(std::any_of(actor.who.begin(), actor.who.end(), [&](const model::Ref& ref) { return isReader(ref); })
                                  ? SentencePart::WhoOfYouIsAgreed
                                  : SentencePart::WhoIsAgreed);
        break;
    case syntax::PerformerKind::Open:
        return {dutch(SentencePart::Somebody), false, dutch(SentencePart::WhoIsOpen, dutch(SentencePart::TextSays, actor.openTerm)), false};
    }
    if (actor.otherwise) {
        result.text = dutch(SentencePart::Otherwise, result.text, doing(*actor.otherwise).text);
        result.isReader = false;
    }
    return result;
}

} // namespace meldc::emit
