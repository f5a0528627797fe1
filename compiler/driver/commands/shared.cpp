#include "driver/commands/shared.h"

#include "baseline/currency.h"
#include "driver/usage.h"
#include "emit/ci/reports.h"
#include "model/print.h"
#include "support/sha256.h"

#include <filesystem>

namespace meldc::driver {

std::unique_ptr<Subject> loadSubject(Session& session) {
    diagnostics::Sink sink;
    const std::vector<std::string> files =
        findFiles(session.options().operands.front(), Search::Protocol, sink);
    session.tell(sink);
    if (files.empty()) {
        return nullptr;
    }
    std::optional<LoadedLibrary> library = loadLibrary(session);
    if (!library) {
        return nullptr;
    }
    auto subject = std::make_unique<Subject>();
    subject->library = std::move(*library);
    Loader loader(session, subject->library);
    subject->unit = loader.load(files.front());
    if (subject->unit.failed) {
        return nullptr;
    }
    subject->protocol = onlyProtocol(session, subject->unit);
    if (subject->protocol == nullptr) {
        return nullptr;
    }
    subject->analysis =
        analyse(subject->unit.program->library->vocabulary, *subject->protocol);
    return subject;
}

std::optional<Inputs> loadInputs(Session& session, Search search) {
    diagnostics::Sink sink;
    Inputs inputs;
    for (const std::string& operand : session.options().operands) {
        const std::vector<std::string> found = findFiles(operand, search, sink);
        for (const std::string& file : found) {
            inputs.files.push_back({file, found.size() == 1});
        }
    }
    session.tell(sink);
    std::optional<LoadedLibrary> library;
    if (!inputs.files.empty()) {
        library = loadLibrary(session);
    }
    if (!library) {
        return std::nullopt;
    }
    inputs.library = std::move(*library);
    return inputs;
}

std::optional<diagnostics::Diagnostic> refuseUnknownLaw(Session& session,
                                                        const model::Library& library,
                                                        const model::Protocol& protocol) {
    return refuseUnknownLaw(session, library, protocol, session.date());
}

std::optional<diagnostics::Diagnostic> refuseUnknownLaw(Session& session,
                                                        const model::Library& library,
                                                        const model::Protocol& protocol,
                                                        const support::Date& date) {
    std::optional<support::Date> first = baseline::firstKnownLaw(library, protocol);
    if (!first) {
        first = baseline::firstKnownLaw(library);
    }
    if (!first || *first <= date) {
        return std::nullopt;
    }
    auto refusal = diagnostics::make<diagnostics::Diag::BeforeKnownLaw>(
        protocol.span, support::same(date.str()), support::same(first->str()));
    session.tell(refusal);
    return refusal;
}

emit::BuildInput buildInputOf(const Session& session, const LoadedLibrary& library, const LoadedUnit& unit,
                              const model::Protocol& protocol) {
    emit::BuildInput input;
    input.sources = &session.sources();
    input.version = versionNumber();
    input.date = session.date();
    input.baselineSha256 = library.sha256;
    input.modelSha256 = support::sha256Hex(meaningOf(unit, protocol) + library.sha256 + unit.prose.bytes());
    input.prose = &unit.prose;
    input.file = unit.path;
    input.sha256 = unit.sha256;
    return input;
}

emit::Decider deciderOf(const model::Library& library, const Analysis& analysis,
                        const support::Date& date) {
    emit::Decider decider;
    decider.library = &library;
    decider.protocol = analysis.protocol;
    decider.worlds = &analysis.worlds;
    decider.selected = &analysis.selected;
    decider.decisions = &analysis.decisions;
    decider.norms = selectedNorms(library, *analysis.protocol, date);
    decider.currency = baseline::currencyFor(library, *analysis.protocol, date);
    return decider;
}

Format formatOf(const Session& session, Format otherwise) {
    const auto& formats = session.options().formats;
    return formats.empty() ? otherwise : formats.front().format;
}

std::vector<FormatRequest> formatsOf(const Session& session) {
    const auto& formats = session.options().formats;
    return formats.empty() ? std::vector{FormatRequest{}} : formats;
}

std::string meaningOf(const LoadedUnit& unit, const model::Protocol& protocol) {
    std::string text = model::print(protocol, unit.program->library->vocabulary);
    for (const model::Waiver* waiver : model::waiversFor(unit.program->waivers, protocol)) {
        text += model::print(*waiver);
    }
    return text;
}

std::string fileNameOf(const model::Protocol& protocol) {
    std::string result;
    for (const char letter : protocol.name) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isSafe = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                            (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' ||
                            byte >= 0x80;
        result += isSafe ? letter : '_';
    }
    return result;
}

bool isInput(const Session& session, const std::string& path) {
    const support::SourceMap& sources = session.sources();
    for (std::uint32_t id = 1; id <= sources.size(); ++id) {
        std::error_code ignored;
        if (std::filesystem::equivalent(sources.file(id).name(), path, ignored)) {
            return true;
        }
    }
    return false;
}

bool deliver(Session& session, const FormatRequest& request, const std::string& text) {
    if (request.file.empty() || request.file == kStandardInput) {
        session.console().result(text);
        return true;
    }
    if (isInput(session, request.file)) {
        session.tell(diagnostics::make<diagnostics::Diag::OutputIsInput>({}, request.file));
        return false;
    }
    if (const auto error = writeFiles({{request.file, text}})) {
        session.tell(*error);
        return false;
    }
    return true;
}

std::string ciReport(const Session& session, Format format, const emit::CiRun& run) {
    const support::Language language = session.language();
    switch (format) {
    case Format::Sarif:
        return emit::sarifReport(run, language);
    case Format::Junit:
        return emit::junitReport(run, language, session.options().failOn);
    case Format::Gitlab:
        return emit::gitlabReport(run, language);
    default:
        return emit::githubReport(run, language);
    }
}

} // namespace meldc::driver
