#include "api/parts.h"
#include "api/told.h"
#include "pipeline/memory_tree.h"
#include "pipeline/version.h"

namespace meldc {

using diagnostics::Diag;

struct Compiler::Impl {
    support::SourceMap sources;
    pipeline::LoadedLibrary library;
    support::Language language = support::Language::Dutch;

    /// Compiles a file of a tree.
    [[nodiscard]] Compilation compile(const pipeline::FileTree& tree, const std::string& path) const {
        auto unit = std::make_shared<api::Unit>(api::Unit{sources, library, {}, language});
        // The day comes later: what is compiled does not hang on it.
        unit->loaded = pipeline::UnitReader(unit->sources, unit->library, {}, tree).read(path);
        Compilation result;
        result.messages = api::messagesOf(unit->sources, unit->loaded.messages, language);
        if (!unit->loaded.failed) {
            for (const model::Protocol* protocol : unit->loaded.protocols) {
                result.protocols.push_back(
                    Protocol(std::make_shared<Protocol::Impl>(Protocol::Impl{unit, protocol})));
            }
        }
        return result;
    }
    /// Nothing but the reason.
    [[nodiscard]] Compilation failed(const diagnostics::Diagnostic& reason) const {
        return {{}, {api::messageOf(reason, language)}};
    }
};

std::string version() {
    return pipeline::versionNumber();
}

Compiler::Compiler(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

Result<Compiler> Compiler::make(const Options& options) {
    const support::Language language = api::internal(options.language);
    return api::guarded(language, [&]() -> Result<Compiler> {
        Impl impl;
        impl.language = language;
        diagnostics::Sink sink;
        auto library = pipeline::readLibrary(impl.sources, options.library, sink);
        if (!library) {
            return api::messagesOf(impl.sources, sink.sorted(), language);
        }
        impl.library = std::move(*library);
        return Compiler(std::make_shared<const Impl>(std::move(impl)));
    });
}

Compilation Compiler::compileFile(std::string_view path) const {
    return api::guarded(
        [&] {
            // What stands for standard input there is the name of a file here.
            diagnostics::Sink sink;
            std::vector<std::string> files;
            if (path == pipeline::kStandardInput) {
                sink.add(diagnostics::make<Diag::FileNotFound>({}, path));
            } else {
                files = pipeline::disk().find(std::string(path), pipeline::Search::Protocol, sink);
            }
            return files.empty() ? impl_->failed(sink.all().front())
                                 : impl_->compile(pipeline::disk(), files.front());
        },
        [&](const diagnostics::Diagnostic& failed) { return impl_->failed(failed); });
}

Compilation Compiler::compileTexts(std::span<const Text> texts) const {
    return api::guarded(
        [&] {
            std::vector<pipeline::Text> given;
            for (const Text& text : texts) {
                given.push_back({std::string(text.name), text.bytes});
            }
            const pipeline::MemoryTree tree(given);
            return impl_->compile(tree, given.empty() ? std::string(pipeline::kProtocolFile) : given.front().name);
        },
        [&](const diagnostics::Diagnostic& failed) { return impl_->failed(failed); });
}

const std::string& Compiler::librarySha256() const {
    return impl_->library.sha256;
}

} // namespace meldc
