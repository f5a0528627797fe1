#include "emit/word_page.h"

#include "emit/markdown_writer.h"
#include "syntax/keywords.h"
#include "syntax/words.h"

#include <algorithm>
#include <array>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;
using syntax::Keyword;

struct ListRow {
    Phrase name;
    /// The keyword of the kind of its words.
    Keyword keyword;
};

/// In the order of WordList; those of terms in the order of their kinds.
constexpr std::array<ListRow, kWordLists> kRows{{
    {Phrase::ListFacts, Keyword::Fact},
    {Phrase::ListConsequences, Keyword::Consequence},
    {Phrase::ListStepFunctions, Keyword::StepFunction},
    {Phrase::ListRoleKinds, Keyword::RoleKind},
    {Phrase::ListActions, Keyword::Action},
    {Phrase::ListMatters, Keyword::Matter},
    {Phrase::ListTopics, Keyword::Topic},
    {Phrase::ListSectors, Keyword::Sector},
    {Phrase::ListParties, Keyword::Party},
    {Phrase::ListConcerned, Keyword::Concerned},
    {Phrase::ListPoints, Keyword::Point},
    {Phrase::ListGrounds, Keyword::Ground},
    {Phrase::ListProfessions, Keyword::Profession},
    {Phrase::ListSources, Keyword::Source},
    {Phrase::ListFrameworks, Keyword::Framework},
    {Phrase::ListNorms, Keyword::Norm},
    {Phrase::ListModels, Keyword::Template},
}};

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
    for (std::size_t index = 0; index < kRows.size(); ++index) {
        const Localized asked = phrase(kRows[index].name);
        if (name == asked.nl || name == asked.en || name == syntax::spelling(kRows[index].keyword)) {
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
    out.title(phrase(Phrase::ListTitle, diagnostics::sentence(phrase(kRows[static_cast<std::size_t>(list)].name)),
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
    for (std::size_t index = 0; index < kRows.size(); ++index) {
        out.item(phrase(Phrase::ListTitle, phrase(kRows[index].name),
                        wordsOf(input, static_cast<WordList>(index)).size()));
    }
    out.gap();
    out.paragraph(phrase(Phrase::ListMore));
    return out.take();
}

std::vector<std::string> wordsWithPages(const WordInput& input) {
    std::vector<std::string> all;
    for (std::size_t index = 0; index < kRows.size(); ++index) {
        for (const auto& [word, label] : wordsOf(input, static_cast<WordList>(index))) {
            all.push_back(word);
        }
        const Localized name = phrase(kRows[index].name);
        all.push_back(name.nl);
        all.push_back(name.en);
    }
    for (const model::SectorProfile& profile : input.library->sectors) {
        all.insert(all.end(), profile.also.begin(), profile.also.end());
    }
    return all;
}

} // namespace meldc::emit
