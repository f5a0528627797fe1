#include "emit/explain/word_page.h"

#include "baseline/grounds.h"
#include "diagnostics/wording.h"
#include "emit/explain/sector_page.h"
#include "emit/markdown_writer.h"
#include "emit/notices.h"
#include "emit/report_view.h"
#include "emit/words.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using diagnostics::Wording;
using model::ConceptId;
using model::ConceptKind;
using support::Language;
using support::Localized;
using support::same;

Localized kindInWords(ConceptKind kind) {
    switch (kind) {
    case ConceptKind::Fact:
        return diagnostics::wording(Wording::AFact);
    case ConceptKind::Consequence:
        return diagnostics::wording(Wording::AConsequence);
    case ConceptKind::StepFunction:
        return diagnostics::wording(Wording::AStepFunction);
    case ConceptKind::RoleKind:
        return diagnostics::wording(Wording::ARoleKind);
    case ConceptKind::Action:
        return diagnostics::wording(Wording::AnAction);
    case ConceptKind::Matter:
        return diagnostics::wording(Wording::AMatter);
    case ConceptKind::Topic:
        return diagnostics::wording(Wording::ASubject);
    case ConceptKind::Sector:
        return diagnostics::wording(Wording::ASector);
    case ConceptKind::Party:
        return diagnostics::wording(Wording::AParty);
    case ConceptKind::Concerned:
        return diagnostics::wording(Wording::AConcerned);
    case ConceptKind::Point:
        return diagnostics::wording(Wording::APoint);
    case ConceptKind::Ground:
        return diagnostics::wording(Wording::AGround);
    case ConceptKind::Profession:
        break;
    }
    return diagnostics::wording(Wording::AProfession);
}

/// Whether `words` holds `name` as a word of its own.
bool holdsWord(std::string_view words, std::string_view name) {
    const auto isPart = [&](std::size_t at) {
        if (at >= words.size()) {
            return false;
        }
        const auto byte = static_cast<unsigned char>(words[at]);
        return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
               (byte >= 'A' && byte <= 'Z') || byte == '_';
    };
    for (std::size_t at = words.find(name); at != words.npos; at = words.find(name, at + 1)) {
        if ((at == 0 || !isPart(at - 1)) && !isPart(at + name.size())) {
            return true;
        }
    }
    return false;
}

bool names(const model::FieldCondition& condition, ConceptId term) {
    return std::any_of(condition.values.begin(), condition.values.end(),
                       [&](const model::FieldValue& value) { return value.concept_ == term; }) ||
           std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const model::FieldCondition& each) { return names(each, term); });
}

/// Whether the norm asks for the term by its own name.
bool names(const model::Norm& norm, const model::Vocabulary& vocabulary, ConceptId term) {
    const std::string& name = vocabulary[term].name;
    const auto inWords = [&](const model::Requirement& each) { return holdsWord(each.text, name); };
    return norm.acceptsInapplicable == term || (norm.onlyIf && names(*norm.onlyIf, term)) ||
           std::any_of(norm.requirements.begin(), norm.requirements.end(), inWords) ||
           std::any_of(norm.remarks.begin(), norm.remarks.end(),
                       [&](const model::Remark& each) { return inWords(each.when); });
}

/// All that a term falls under, nearest first.
void addWider(const model::Vocabulary& vocabulary, ConceptId term, std::vector<ConceptId>& wider) {
    for (const ConceptId each : vocabulary[term].fallsUnder) {
        if (std::find(wider.begin(), wider.end(), each) == wider.end()) {
            wider.push_back(each);
        }
    }
    for (const ConceptId each : vocabulary[term].fallsUnder) {
        addWider(vocabulary, each, wider);
    }
}

std::string codesOf(const model::Vocabulary& vocabulary, const std::vector<ConceptId>& terms) {
    std::string text;
    for (const ConceptId each : terms) {
        text += (text.empty() ? "`" : ", `") + vocabulary[each].name + "`";
    }
    return text;
}

Localized titleOf(const model::Norm& norm) {
    return phrase(Phrase::SectorNorm, norm.id, norm.title);
}

class TermWriter {
public:
    TermWriter(const WordInput& input, ConceptId term, Language language)
        : input_(input), vocabulary_(input.library->vocabulary), term_(term), out_(language) {}

    std::string write() {
        const model::Concept& written = vocabulary_[term_];
        out_.title(phrase(Phrase::WordTitle, written.name, kindInWords(written.kind)));
        out_.gap();
        out_.item(written.label);
        out_.item(phrase(Phrase::WordEnglish, Localized{written.label.en, written.label.nl}));
        if (!written.definition.empty()) {
            out_.item(same(written.definition));
        }
        relations(written);
        if (written.fact.isValid()) {
            fact(vocabulary_[written.fact]);
        }
        const support::SourceFile& file = input_.sources->file(written.span.file);
        out_.item(phrase(Phrase::WordDeclared,
                         same(file.name() + ":" + std::to_string(file.lineOf(written.span.begin)))));
        uses();
        return out_.take();
    }

private:
    void relations(const model::Concept& written) {
        if (written.outdatedSince) {
            const Localized since = same(written.outdatedSince->str());
            out_.item(written.replacedBy.isValid()
                          ? phrase(Phrase::WordOutdatedNow, since, codesOf(vocabulary_, {written.replacedBy}))
                          : phrase(Phrase::WordOutdated, since));
        }
        addWider(vocabulary_, term_, wider_);
        if (!wider_.empty()) {
            out_.item(phrase(Phrase::WordWider, same(codesOf(vocabulary_, wider_))));
        }
        std::vector<ConceptId> narrower;
        for (std::uint32_t index = 0; index < vocabulary_.concepts.size(); ++index) {
            const ConceptId each{index};
            if (each != term_ && vocabulary_.fallsUnder(each, term_)) {
                narrower.push_back(each);
            }
        }
        if (!narrower.empty()) {
            out_.item(phrase(Phrase::WordNarrower, same(codesOf(vocabulary_, narrower))));
        }
        std::vector<Localized> yields;
        for (const model::Yield& each : written.yields) {
            yields.push_back(phrase(Phrase::WordYields, same(codesOf(vocabulary_, {each.consequence})),
                                    same(codesOf(vocabulary_, {each.object}))));
        }
        if (!yields.empty()) {
            out_.item(phrase(Phrase::WordYieldList, diagnostics::joined(yields, ", ")));
        }
        if (written.consults) {
            out_.item(phrase(Phrase::WordConsults));
        }
        if (!written.excludes.empty()) {
            out_.item(phrase(Phrase::WordExcludes, same(codesOf(vocabulary_, written.excludes))));
        }
    }

    void fact(const model::Fact& fact) {
        for (const model::Answer answer : {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
            if (!fact.phrase(answer).isEmpty()) {
                out_.item(phrase(Phrase::WordTold, same(std::string(spelling(answer))), fact.phrase(answer)));
            }
        }
        out_.item(phrase(Phrase::WordQuiet, same(std::string(spelling(fact.quiet())))));
        if (fact.changeable) {
            out_.item(phrase(Phrase::WordChangeable));
        }
        if (fact.knownLater) {
            out_.item(phrase(Phrase::WordKnownLater));
        }
        if (fact.urgent) {
            out_.item(phrase(Phrase::WordUrgent));
        }
    }

    void uses() {
        out_.heading(Phrase::WordUses);
        bool isUsed = false;
        for (const model::Norm& norm : input_.library->norms) {
            if (names(norm, vocabulary_, term_)) {
                out_.item(titleOf(norm));
                isUsed = true;
                continue;
            }
            const auto as = std::find_if(wider_.begin(), wider_.end(), [&](ConceptId each) {
                return names(norm, vocabulary_, each);
            });
            if (as != wider_.end()) {
                out_.item(phrase(Phrase::WordUsedWider, titleOf(norm), same(codesOf(vocabulary_, {*as}))));
                isUsed = true;
            }
        }
        if (!isUsed) {
            out_.paragraph(phrase(Phrase::WordUnused));
        }
    }

    const WordInput& input_;
    const model::Vocabulary& vocabulary_;
    ConceptId term_;
    std::vector<ConceptId> wider_;
    MarkdownWriter out_;
};

void addOutlooks(MarkdownWriter& out, const WordInput& input, model::SourceId source) {
    bool isFirst = true;
    for (const model::Outlook& outlook : input.library->outlooks) {
        if (outlook.source != source || !baseline::isAhead(outlook, input.date)) {
            continue;
        }
        if (isFirst) {
            out.heading(Phrase::SectorOutlooks);
        }
        isFirst = false;
        out.item(told(input.library->vocabulary, outlook, input.date));
    }
}

void addStates(MarkdownWriter& out, const WordInput& input, model::SourceId id) {
    const model::Source& source = input.library->vocabulary[id];
    for (const model::SourceState& state : source.states) {
        out.item(phrase(Phrase::SourceStateLine, same(state.from.str()), nameOf(state.status)));
    }
    if (source.lapsedOn) {
        const Localized day = same(source.lapsedOn->str());
        out.item(source.replacedBy.empty() ? phrase(Phrase::SourceLapsed, day)
                                           : phrase(Phrase::SourceLapsedNow, day, "`" + source.replacedBy + "`"));
    }
    out.item(withCheck(same(source.title), source));
    for (const std::string& note : source.notes) {
        out.item(same(note));
    }
    const model::Ground whole{id, {}, {}, {}, {}};
    const std::string url = baseline::groundOnDate(input.library->vocabulary, whole, input.date).url;
    if (!url.empty()) {
        out.item(same(url));
    }
}

} // namespace

std::string termPage(const WordInput& input, ConceptId term, Language language) {
    return TermWriter(input, term, language).write();
}

std::string sourcePage(const WordInput& input, model::SourceId source, Language language) {
    const model::Source& written = input.library->vocabulary[source];
    MarkdownWriter out(language);
    out.title(phrase(Phrase::WordTitle, written.name, written.title));
    out.heading(Phrase::SourceStates);
    addStates(out, input, source);
    out.heading(Phrase::WordUses);
    bool isUsed = false;
    for (const model::Norm& norm : input.library->norms) {
        if (std::any_of(norm.grounds.begin(), norm.grounds.end(),
                        [&](const model::Ground& ground) { return ground.source == source; })) {
            out.item(titleOf(norm));
            isUsed = true;
        }
    }
    if (!isUsed) {
        out.paragraph(phrase(Phrase::WordUnused));
    }
    addOutlooks(out, input, source);
    return out.take();
}

std::string frameworkPage(const WordInput& input, const model::FrameworkDecl& framework, Language language) {
    const model::Vocabulary& vocabulary = input.library->vocabulary;
    const model::Protocol& body = framework.body;
    MarkdownWriter out(language);
    out.title(phrase(Phrase::WordTitle, framework.name, framework.label));
    out.gap();
    std::vector<Localized> people;
    for (const auto* lines : {&body.professions, &body.sectors}) {
        for (const model::NamesStatement& each : *lines) {
            for (const ConceptId id : each.names) {
                people.push_back(vocabulary[id].label);
            }
        }
    }
    if (!people.empty()) {
        out.item(phrase(Phrase::FrameworkFor, diagnostics::joined(people, ", ")));
    }
    for (const model::TextStatement& version : body.versions) {
        out.item(phrase(Phrase::FrameworkVersion, version.text));
    }
    for (const model::FrameworkUse& use : body.frameworks) {
        if (!use.version.empty()) {
            out.item(phrase(Phrase::FrameworkVersion, use.version));
        }
        for (const model::NamesStatement& each : use.grounds) {
            out.item(phrase(Phrase::FrameworkGrounds, same(codesOf(vocabulary, each.names))));
        }
    }
    out.item(phrase(Phrase::FrameworkUse, framework.name));
    out.heading(Phrase::FrameworkQuestions);
    for (const model::Question& question : body.questions) {
        out.item(phrase(Phrase::ListItem, question.id, question.label));
    }
    if (body.questions.empty()) {
        out.paragraph(phrase(Phrase::SectorNoQuestions));
    }
    for (const model::LawReference& reference : body.references) {
        if (reference.source.isValid()) {
            out.heading(Phrase::FrameworkKnown);
            addStates(out, input, reference.source);
            addOutlooks(out, input, reference.source);
        }
    }
    return out.take();
}

} // namespace meldc::emit
