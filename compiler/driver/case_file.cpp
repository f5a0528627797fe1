#include "driver/case_file.h"

#include "driver/output_files.h"
#include "parser/parser.h"
#include "pipeline/files.h"
#include "pipeline/stages.h"
#include "support/limits.h"
#include "syntax/keywords.h"
#include "syntax/layout.h"
#include "syntax/printer.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;

/// A keyword, or what is no word at all, is a name in quotes only.
syntax::Name writtenName(const std::string& text) {
    syntax::Name name;
    name.text = text;
    const auto isPlain = [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte >= 0x80 || std::isalnum(byte) != 0 || letter == '_';
    };
    name.quoted = syntax::keywordSpelt(text).has_value() || text.empty() ||
                  std::isdigit(static_cast<unsigned char>(text.front())) != 0 ||
                  !std::all_of(text.begin(), text.end(), isPlain);
    return name;
}

syntax::Case writtenCase(const model::Vocabulary& vocabulary, const model::CaseDecl& declared) {
    syntax::Case node;
    node.label.text = declared.label;
    node.label.quoted = true;
    node.unit = writtenName(declared.unit);
    node.exactly = declared.exactly;
    node.isDraft = declared.isDraft;
    for (const bool later : {false, true}) {
        for (const model::Answer answer : {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
            syntax::CaseFacts facts;
            facts.later = later;
            facts.answer = answer;
            for (const auto& [fact, value] : declared.facts) {
                if (value == answer && vocabulary[fact].knownLater == later) {
                    facts.names.push_back(writtenName(vocabulary.nameOf(fact)));
                }
            }
            if (!facts.names.empty()) {
                node.facts.push_back(std::move(facts));
            }
        }
    }
    for (const model::CaseExpectation& each : declared.expectations) {
        syntax::Expectation expected;
        expected.kind = each.kind;
        if (each.kind == syntax::ExpectationKind::Consequence) {
            expected.name = writtenName(vocabulary[each.consequence].name);
            if (each.modality != model::Modality::Must) {
                expected.modality = each.modality;
            }
        }
        node.expectations.push_back(std::move(expected));
    }
    return node;
}

/// In the layout that fmt gives.
std::string laidOut(const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId id = pipeline::addText(sources, "", text);
    const auto outline = parser::outline(sources.file(id), id, sink);
    return outline ? syntax::layOut(text, *outline) : text;
}

/// The labels of the cases in a text.
std::vector<std::string> labelsIn(const std::string& path, const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId id = pipeline::addText(sources, path, text);
    std::vector<std::string> labels;
    for (const syntax::Case& each : parser::parse(sources.file(id), id, sink).cases) {
        labels.push_back(each.label.text);
    }
    return labels;
}

} // namespace

std::string caseText(const model::Vocabulary& vocabulary, std::span<const model::CaseDecl> cases) {
    syntax::Document document;
    for (const model::CaseDecl& each : cases) {
        document.cases.push_back(writtenCase(vocabulary, each));
    }
    return laidOut(syntax::print(document));
}

std::optional<std::size_t> saveCases(Session& session, const std::string& path, const std::string& protocolFile,
                                     const model::Vocabulary& vocabulary, std::span<const model::CaseDecl> cases,
                                     const support::Localized& comment) {
    std::string text;
    std::vector<model::CaseDecl> added(cases.begin(), cases.end());
    std::error_code ignored;
    if (path != pipeline::kStandardInput && fs::exists(path, ignored)) {
        pipeline::ReadResult read = pipeline::readFile(path, support::kMaxFileBytes);
        if (!read.bytes) {
            session.tell(read.error ? *read.error
                                    : diagnostics::make<diagnostics::Diag::FileTooLarge>(
                                          {}, support::kMaxFileBytes / support::kMegabyte));
            return std::nullopt;
        }
        text = std::move(*read.bytes);
        const std::vector<std::string> known = labelsIn(path, text);
        std::erase_if(added, [&](const model::CaseDecl& each) {
            return std::find(known.begin(), known.end(), each.label) != known.end();
        });
        if (added.empty()) {
            return 0;
        }
        text += text.ends_with('\n') ? "\n" : "\n\n";
    } else {
        const fs::path folder = path == pipeline::kStandardInput ? fs::path() : fs::path(path).parent_path();
        const fs::path used = fs::relative(protocolFile, folder.empty() ? fs::path(".") : folder, ignored);
        const syntax::Keyword use = syntax::Keyword::Use;
        text = std::string(syntax::spelling(use)) + " \"" +
               (used.empty() ? protocolFile : used.generic_string()) + "\"\n\n";
    }
    text += "// " + comment.in(session.language()) + "\n" + caseText(vocabulary, added);
    if (path == pipeline::kStandardInput) {
        session.console().result(text);
    } else if (const auto error = writeFiles({{path, text}})) {
        session.tell(*error);
        return std::nullopt;
    }
    return added.size();
}

} // namespace meldc::driver
