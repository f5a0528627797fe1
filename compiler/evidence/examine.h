#pragma once

#include "check/check.h"
#include "evidence/compare.h"
#include "evidence/quotes.h"

#include <string>
#include <vector>

/// A protocol beside the documents that it was taken from: texts in, findings out.
namespace meldc::evidence {

/// How a document stands to what was recorded of it.
enum class Recorded : std::uint8_t { No, Same, Changed };

/// A document that was read.
struct DocumentState {
    std::string name;
    std::string file;
    std::string sha256;
    std::uint32_t lines = 0;
    Recorded recorded = Recorded::No;
    /// Lines with text that no statement cites and that are not marked read.
    Ranges uncited;
};

/// What an examination shows.
struct Examination {
    std::vector<check::Finding> findings;
    check::Reading reading;
    /// Those that were read.
    std::vector<DocumentState> documents;
    Quotes quotes;
    /// The protocol names a place that a document does not have.
    bool hasWrongPlaces = false;
};

/// The meld.lock of a protocol.
struct LockContext {
    /// What it records; null: there is none.
    const Lock* lock = nullptr;
    /// The file in its folder that holds the protocol, and all units in it that name documents.
    std::string file;
    std::vector<std::string> units;
    /// For messages: the lock, the protocol and the folder of documents as the user can type them.
    std::string lockPath;
    std::string protocolPath;
    std::string folder;
    /// It is written in this run: that something is not recorded need not be told.
    bool isRenewed = false;
};

/// Holds a protocol against its documents: whether the places that it names exist, what it does not
/// name, what became of the passages that were recorded, and which searches were in another text.
/// `context` is null for a protocol that can have no meld.lock, or whose lock cannot be read.
[[nodiscard]] Examination examine(const model::Protocol& protocol,
                                  const std::vector<Document>& documents,
                                  const LockContext* context);

} // namespace meldc::evidence
