#include "pipeline/files.h"
#include "pipeline/unit_reader.h"
#include "evidence/text.h"
#include "model/statements.h"
#include "parser/text_checks.h"
#include "support/limits.h"

#include <map>
#include <type_traits>

namespace meldc::pipeline {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;


/// The explanations in files of all protocols, each statement once: who follows another has copies.
std::map<std::pair<support::FileId, std::uint32_t>, const model::Explanation*>
explanationsInFiles(const model::Program& program) {
    std::map<std::pair<support::FileId, std::uint32_t>, const model::Explanation*> found;
    for (const model::Protocol& protocol : program.protocols) {
        model::forEachList(protocol, [&](const auto& list, const auto&) {
            using Statement = typename std::decay_t<decltype(list)>::value_type;
            if constexpr (std::is_same_v<Statement, model::Explanation>) {
                for (const model::Explanation& each : list) {
                    if (each.fromFile) {
                        found.try_emplace({each.origin.span.file, each.origin.span.begin}, &each);
                    }
                }
            }
        });
    }
    return found;
}

} // namespace

emit::ProseFiles UnitReader::readProse(const model::Program& program, const fs::path& root,
                                   diagnostics::Sink& sink) {
    emit::ProseFiles prose;
    for (const auto& [place, explanation] : explanationsInFiles(program)) {
        const support::Span usedAt = explanation->origin.span;
        const std::string& from = sources_.file(usedAt.file).name();
        const fs::path path = fs::path(from == kStandardInput ? std::string() : from).parent_path() /
                              explanation->text;
        const std::string shown = shownPath(path.string());
        if (!tree_.liesIn(path, root)) {
            sink.add(make<Diag::ImportOutsideProject>(usedAt, explanation->text));
            continue;
        }
        if (!tree_.isFile(shown)) {
            sink.add(make<Diag::ImportNotFound>(usedAt, explanation->text));
            continue;
        }
        const ReadResult read = tree_.read(shown, support::kMaxFileBytes, usedAt);
        if (read.error) {
            sink.add(*read.error);
        } else if (read.tooLarge) {
            sink.add(make<Diag::DocumentTooLarge>(usedAt, shown,
                                                  support::kMaxFileBytes / support::kMegabyte));
        } else if (const auto why = evidence::whyNoText(*read.bytes)) {
            sink.add(make<Diag::DocumentNotText>(usedAt, shown, *why));
        } else {
            const support::FileId id = addText(sources_, shown, *read.bytes);
            if (auto unreadable = parser::whyUnreadable(sources_.file(id), id)) {
                sink.add(std::move(*unreadable));
            } else {
                prose.add(usedAt, *read.bytes);
            }
        }
    }
    return prose;
}

} // namespace meldc::pipeline
