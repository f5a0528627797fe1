#include "unit/evidence/fixture.h"

#include <gtest/gtest.h>

#include <set>

#include "emit/places.h"
#include "parser/parser.h"
#include "pipeline/stages.h"
#include "sema/sema.h"

namespace meldc::evidence::test {

Desk::Desk(const std::string& text) {
    diagnostics::Sink sink;
    model::Library library = pipeline::compileLibrary(sources_, pipeline::embeddedLibrary(), sink);
    const auto file = pipeline::addText(sources_, "p.meld", text);
    const std::vector<syntax::Document> parsed{parser::parse(sources_.file(file), file, sink)};
    program_ = sema::buildProgram(std::move(library), parsed, sink);
    for (const auto& each : sink.all()) {
        ADD_FAILURE() << diagnostics::info(each.id).code;
    }
}

void Desk::put(const std::string& name, const std::string& text) {
    byName_[name] = &texts_.emplace_back(text);
}

std::vector<Document> Desk::documents() const {
    std::vector<Document> result;
    for (const model::SourceDocument& each : protocol().documents) {
        const auto at = byName_.find(each.name);
        result.push_back({each.name, each.path, at == byName_.end() ? nullptr : at->second});
    }
    return result;
}

void Desk::record() {
    lock.protocols = {lockOf("p.meld", protocol(), documents())};
    isRecorded_ = true;
}

LockContext Desk::context() const {
    LockContext context;
    context.lock = isRecorded_ ? &lock : nullptr;
    context.file = "p.meld";
    context.units = {protocol().name};
    context.lockPath = "meld.lock";
    context.protocolPath = "p.meld";
    context.folder = "bronnen";
    return context;
}

const Examination& Desk::examine() {
    const LockContext here = context();
    return examine(&here);
}

const Examination& Desk::examine(const LockContext* here) {
    examination_ = evidence::examine(protocol(), documents(), here);
    return examination_;
}

std::vector<std::string> Desk::told(const std::string& code) const {
    std::vector<std::string> result;
    for (const check::Finding& finding : examination_.findings) {
        if (diagnostics::info(finding.diagnostic.id).code == code) {
            const auto at = emit::placeOf(sources_, finding.diagnostic.span);
            result.push_back(std::to_string(at.line) + ": " +
                             diagnostics::renderMessage(finding.diagnostic,
                                                        support::Language::Dutch));
        }
    }
    return result;
}

std::string Desk::codes() const {
    std::set<std::string> codes;
    for (const check::Finding& finding : examination_.findings) {
        codes.emplace(diagnostics::info(finding.diagnostic.id).code);
    }
    std::string text;
    for (const std::string& code : codes) {
        text += (text.empty() ? "" : " ") + code;
    }
    return text;
}

std::vector<std::string> Desk::shown(const std::string& code) const {
    std::vector<std::string> result;
    for (const check::Finding& finding : examination_.findings) {
        if (diagnostics::info(finding.diagnostic.id).code != code) {
            continue;
        }
        for (const model::Origin& origin : finding.evidence) {
            const auto at = emit::placesOf(sources_, origin).front();
            result.push_back(std::to_string(at.line) + " " + at.document + ": " + at.place);
        }
    }
    return result;
}

} // namespace meldc::evidence::test
