#include "emit/explain/word_page.h"

#include "emit/markdown_writer.h"
#include "model/list_names.h"

#include <algorithm>
#include <array>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

/// What the lists are called that are of no kind of concept, in the order of WordList.
constexpr std::array kOtherNames{Phrase::ListSources, Phrase::ListFrameworks, Phrase::ListNorms, Phrase::ListModels};

/// A word and what it stands for.
using NamedWord = std::pair<std::string, Localized>;

std::optional<model::ConceptKind> kindOfList(WordList list) {
    if (list > WordList::Professions) {
        return std::nullopt;
    }
    constexpr std::array kKinds{
        model::ConceptKind::Fact,       model::ConceptKind::Consequence, model::ConceptKind::StepFunction,
        model::ConceptKind::RoleKind,   model::ConceptKind::Action,      model::ConceptKind::Matter,
        model::ConceptKind::Topic,      model::ConceptKind::Sector,      model::ConceptKind::Party,
        model::ConceptKind::Concerned,  model::ConceptKind::Point,       model::ConceptKind::Ground,
        model::ConceptKind::Profession};
    return kKinds[static_cast<std::size_t>(list)];
}

Phrase phraseOf(WordList list) {
    const auto kind = kindOfList(list);
    return kind ? model::listNameOf(*kind)
                : kOtherNames[static_cast<std::size_t>(list) - static_cast<std::size_t>(WordList::Professions) - 1];
}

std::vector<NamedWord> wordsOf(const WordInput& input, WordList list) {
    std::vector<NamedWord> words;
    const model::Vocabulary& vocabulary = input.library->vocabulary;
    if (const auto kind = kindOfList(list)) {
        for (const model::Concept& each : vocabulary.concepts) {
            if (each.kind == *kind) {
                words.emplace_back(each.name, each.label);
            }
        }
    } else if (list == WordList::Sources) {
        for (const model::Source& each : vocabulary.sources) {
            words.emplace_back(each.name, support::same(each.title));
        }
    } else if (list == WordList::Frameworks) {
        for (const model::FrameworkDecl& each : input.library->frameworks) {
            words.emplace_back(each.name, support::same(each.label));
        }
    } else if (list == WordList::Norms) {
        for (const model::Norm& each : input.library->norms) {
            words.emplace_back(each.id, support::same(each.title));
        }
    } else {
        for (const auto& [name, title] : input.models) {
            words.emplace_back(name, support::same(title));
        }
    }
    return words;
}

} // namespace

std::optional<WordList> findList(std::string_view name) {
    for (std::size_t index = 0; index < kWordLists; ++index) {
        const Localized asked = phrase(phraseOf(static_cast<WordList>(index)));
        if (name == asked.nl || name == asked.en) {
            return static_cast<WordList>(index);
        }
    }
    return std::nullopt;
}

bool isListOfLists(std::string_view name) {
    const Localized asked = phrase(Phrase::ListAll);
    return name == asked.nl || name == asked.en;
}

std::string listPage(const WordInput& input, WordList list, support::Language language) {
    MarkdownWriter out(language);
    const std::vector<NamedWord> words = wordsOf(input, list);
    out.title(phrase(Phrase::ListTitle, diagnostics::sentence(phrase(phraseOf(list))),
                     words.size()));
    out.gap();
    for (const auto& [word, label] : words) {
        out.item(phrase(Phrase::ListItem, word, label));
    }
    out.gap();
    out.paragraph(phrase(Phrase::ListMore));
    return out.take();
}

std::string listOfLists(const WordInput& input, support::Language language) {
    MarkdownWriter out(language);
    out.title(phrase(Phrase::ListAllTitle));
    out.gap();
    for (std::size_t index = 0; index < kWordLists; ++index) {
        out.item(phrase(Phrase::ListTitle, phrase(phraseOf(static_cast<WordList>(index))),
                        wordsOf(input, static_cast<WordList>(index)).size()));
    }
    out.gap();
    out.paragraph(phrase(Phrase::ListMore));
    return out.take();
}

std::vector<std::string> wordsWithPages(const WordInput& input) {
    std::vector<std::string> all;
    for (std::size_t index = 0; index < kWordLists; ++index) {
        for (const auto& [word, label] : wordsOf(input, static_cast<WordList>(index))) {
            all.push_back(word);
        }
        const Localized name = phrase(phraseOf(static_cast<WordList>(index)));
        all.push_back(name.nl);
        all.push_back(name.en);
    }
    for (const model::SectorProfile& profile : input.library->sectors) {
        all.insert(all.end(), profile.also.begin(), profile.also.end());
    }
    return all;
}

} // namespace meldc::emit
