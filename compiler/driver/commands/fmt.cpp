#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/output_files.h"
#include "driver/unified_diff.h"
#include "parser/parser.h"
#include "support/sha256.h"
#include "syntax/layout.h"
#include "syntax/printer.h"

#include <filesystem>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace meldc::driver {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

class FmtRun {
public:
    explicit FmtRun(Session& session) : session_(session), loader_(session, none_) {}

    void file(const std::string& path) {
        const pipeline::UnitReader::File& read = loader_.file(path);
        diagnostics::Sink sink;
        sink.add(read.messages);
        if (!read.isRead || sink.hasErrors()) {
            session_.tell(sink);
            return;
        }
        const support::SourceFile& source = session_.sources().file(read.id);
        diagnostics::Sink told;
        const auto outline = parser::outline(source, read.id, told);
        if (!outline) {
            // What is only a remark elsewhere (a character that looks like another) is a mistake that
            // layout would hide.
            session_.tell(sink);
            session_.markWrong();
            return;
        }
        const std::string laid = syntax::layOut(source.text(), *outline);
        if (!saysTheSame(read.document, path, laid)) {
            session_.markBroken(path);
            return;
        }
        finish(path, read, laid);
    }

    /// Writes what changed. Returns whether `--check` found something.
    bool finish() {
        if (!session_.options().verify) {
            std::vector<OutputFile> files;
            for (const auto& [place, file] : outputs_) {
                files.emplace_back(place, file.second);
            }
            if (const auto error = writeFiles(std::move(files))) {
                session_.tell(*error);
                return false;
            }
            for (const auto& [place, file] : outputs_) {
                session_.remark(phrase(Phrase::FmtWritten, support::same(file.first)));
            }
        }
        return differs_;
    }

private:
    /// Layout may not change what the text says: read again, it gives the same tree.
    static bool saysTheSame(const syntax::Document& document, const std::string& path,
                            const std::string& laid) {
        support::SourceMap sources;
        diagnostics::Sink sink;
        const support::FileId id = pipeline::addText(sources, path, laid);
        const syntax::Document again = parser::parse(sources.file(id), id, sink);
        return !sink.hasErrors() && syntax::print(again) == syntax::print(document);
    }

    void finish(const std::string& path, const pipeline::UnitReader::File& read, const std::string& laid) {
        const bool isInOrder = support::sha256Hex(laid) == read.sha256;
        if (session_.options().verify) {
            if (!isInOrder) {
                differs_ = true;
                session_.remark(phrase(Phrase::FmtDiffers, support::same(path)));
                session_.console().result(
                    unifiedDiff(session_.sources().file(read.id).text(), laid, path));
            }
        } else if (path == pipeline::kStandardInput) {
            session_.console().result(laid);
        } else if (!isInOrder) {
            // Through a link the file itself is written, once.
            std::error_code error;
            const std::filesystem::path place = std::filesystem::canonical(path, error);
            outputs_.try_emplace(error ? path : place.string(), path, laid);
        }
    }

    Session& session_;
    pipeline::LoadedLibrary none_;
    Loader loader_;
    /// By the place where a file is: its name on the command line and its bytes.
    std::map<std::string, std::pair<std::string, std::string>> outputs_;
    bool differs_ = false;
};

} // namespace

ExitCode runFmt(Session& session) {
    FmtRun run(session);
    std::set<std::string> seen;
    for (const std::string& operand : session.options().operands) {
        diagnostics::Sink sink;
        const std::vector<std::string> found = pipeline::findFiles(operand, pipeline::Search::Everything, sink);
        if (found.empty() && sink.isEmpty()) {
            session.remark(phrase(Phrase::FmtNothing, support::same(operand)));
        }
        for (const std::string& path : found) {
            if (seen.insert(path).second) {
                run.file(path);
            }
        }
        session.tell(sink);
    }
    return session.finish(run.finish());
}

} // namespace meldc::driver
