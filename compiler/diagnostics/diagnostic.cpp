#include "diagnostics/diagnostic.h"

#include "diagnostics/filling.h"

namespace meldc::diagnostics {

std::string renderMessage(const Diagnostic& diagnostic, support::Language language) {
    return fillIn(info(diagnostic.id).message(language), diagnostic.args, language);
}

std::string renderMessage(const Note& note, support::Language language) {
    return fillIn(info(note.id).message(language), note.args, language);
}

std::string renderRemedy(const Diagnostic& diagnostic, support::Language language) {
    return fillIn(info(diagnostic.id).remedy(language), diagnostic.args, language);
}

} // namespace meldc::diagnostics
