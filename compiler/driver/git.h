#pragma once

#include "diagnostics/diagnostic.h"
#include "pipeline/tree.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meldc::driver {

/// "REV:PATH" as git writes it; nothing when the text has no colon or names no revision.
struct RevisionPath {
    std::string revision;
    std::string path;
};
[[nodiscard]] std::optional<RevisionPath> revisionPathOf(const std::string& text);

/// The files of one version in git, or why there are none.
struct OpenedRevision {
    std::unique_ptr<pipeline::FileTree> tree;
    /// The path for FileTree::find.
    std::string path;
    std::optional<diagnostics::Diagnostic> error;
};

/// Opens a version in the repository around the current folder. Git is run as a program of its own,
/// without a shell; nothing is written.
[[nodiscard]] OpenedRevision openRevision(const RevisionPath& wanted);

} // namespace meldc::driver
