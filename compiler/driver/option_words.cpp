#include "driver/option_choices.h"
#include "driver/option_values.h"
#include "syntax/keywords.h"

#include <algorithm>
#include <iterator>

namespace meldc::driver {

namespace {

template <class Choices> std::vector<std::string> spellingsOf(const Choices& choices) {
    std::vector<std::string> words;
    for (const auto& choice : choices) {
        words.emplace_back(choice.spelling);
    }
    return words;
}

/// `explain dekking`: not an id, but which norm covers which article.
bool isCoverageAsked(const Options& options) {
    return options.command == Command::Explain && options.operands.size() == 1 &&
           options.operands.front() == syntax::spelling(syntax::Keyword::Coverage);
}

} // namespace

std::vector<std::string> formatsFor(const Options& options) {
    std::vector<std::string> words;
    for (const FormatChoice& choice : kFormats) {
        const bool isOfCoverage =
            isCoverageAsked(options) &&
            std::find(std::begin(kCoverageFormats), std::end(kCoverageFormats), choice.value) !=
                std::end(kCoverageFormats);
        // A timeline is told as any other result is; what CI shows is about one day.
        const bool isTold = !options.timeline || (choice.by & setOf(Command::Prove)) != 0;
        if (((choice.by & setOf(options.command)) != 0 && isTold) || isOfCoverage) {
            words.emplace_back(choice.spelling);
        }
    }
    return words;
}

std::vector<std::string> wordsOf(OptionName name, Command command) {
    switch (name) {
    case OptionName::Format: {
        Options options;
        options.command = command;
        return formatsFor(options);
    }
    case OptionName::Emit: {
        std::vector<std::string> words;
        for (const ProductChoice& choice : kProducts) {
            if (choice.isOf(command)) {
                words.emplace_back(choice.spelling);
            }
        }
        words.emplace_back(kAllProducts);
        return words;
    }
    case OptionName::FailOn:
        return spellingsOf(kSeverities);
    case OptionName::Input:
        return spellingsOf(kCaseForms);
    case OptionName::Color:
        return spellingsOf(kColors);
    case OptionName::Completion:
        return spellingsOf(kShells);
    case OptionName::Stage:
        return spellingsOf(kStages);
    case OptionName::Lang:
        return spellingsOf(kLanguages);
    case OptionName::As:
        return spellingsOf(kDocumentForms);
    case OptionName::Variant:
        return spellingsOf(kVariants);
    case OptionName::Paper:
        return spellingsOf(kPapers);
    default:
        return {};
    }
}

std::string_view spelling(Format format) {
    for (const auto& choice : kFormats) {
        if (choice.value == format) {
            return choice.spelling;
        }
    }
    return {};
}

std::string_view spelling(Product product) {
    const auto* choice = std::find_if(kProducts.begin(), kProducts.end(), [&](const auto& each) {
        return each.value == product;
    });
    return choice->spelling;
}

std::string_view spelling(DocumentForm form) {
    return kDocumentForms[static_cast<std::size_t>(form)].spelling;
}

} // namespace meldc::driver
