#include "driver/session.h"

#include "diagnostics/phrases.h"
#include "diagnostics/text_renderer.h"
#include "diagnostics/wording.h"

#include <algorithm>

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::Diagnostic;

bool Session::inColor(bool isTerminal) const {
    switch (options_.color) {
    case ColorMode::Always:
        return true;
    case ColorMode::Never:
        return false;
    case ColorMode::Auto:
        return isTerminal && !environment_.withoutColor;
    }
    return false;
}

void Session::tell(const Diagnostic& diagnostic) {
    diagnostics::RenderOptions how;
    how.language = options_.language;
    how.color = inColor(environment_.messagesAreTerminal);
    how.plain = std::any_of(options_.formats.begin(), options_.formats.end(),
                            [](const auto& request) { return request.format == Format::Plain; });
    console_.message(diagnostics::renderText(diagnostic, sources_, how));
    isWrong_ = isWrong_ || diagnostic.severity == diagnostics::Severity::Error;
}

void Session::tell(const diagnostics::Sink& sink) {
    for (const Diagnostic& diagnostic : sink.sorted()) {
        tell(diagnostic);
    }
}

void Session::markBroken(const std::string& what) {
    isBroken_ = true;
    tell(diagnostics::make<Diag::InternalError>({}, what));
}

void Session::remark(const support::Localized& text) {
    if (!options_.quiet) {
        console_.message(diagnostics::sentence(text).in(options_.language) + "\n");
    }
}

Session Session::anew() const {
    Session session(options_, environment_);
    session.sources_ = sources_;
    return session;
}

ExitCode Session::finish(bool hasFindings) {
    if (!console_.flush()) {
        tell(diagnostics::make<Diag::OutputStopped>({}, *console_.failure()));
    }
    if (isBroken_) {
        return ExitCode::Internal;
    }
    if (isWrong_) {
        return ExitCode::Wrong;
    }
    return hasFindings ? ExitCode::Findings : ExitCode::Done;
}

} // namespace meldc::driver
