#pragma once

#include "evidence/citations.h"

#include <string>
#include <vector>

/// What meld.lock records: which text of each document a protocol was taken from. Only digests, no
/// word of a document.
namespace meldc::evidence {

/// The form of meld.lock that this program writes and reads.
inline constexpr std::uint32_t kLockForm = 1;

/// Lines that the protocol cites, marks as read or searched.
struct LockedPassage {
    LineRange lines;
    std::string digest;

    friend bool operator==(const LockedPassage&, const LockedPassage&) = default;
};

/// A heading that the protocol cites, with its paragraph.
struct LockedHeading {
    std::string heading;
    std::optional<std::uint32_t> alinea;
    std::string digest;

    friend bool operator==(const LockedHeading&, const LockedHeading&) = default;
};

struct LockedDocument {
    std::string name;
    std::string file;
    std::string sha256;
    std::uint32_t lines = 0;
    /// By first line, then last.
    std::vector<LockedPassage> passages;
    /// By heading, then paragraph.
    std::vector<LockedHeading> headings;

    friend bool operator==(const LockedDocument&, const LockedDocument&) = default;
};

struct LockedProtocol {
    /// The .meld file in the folder of the lock that holds the protocol.
    std::string file;
    std::string id;
    std::vector<LockedDocument> documents;

    [[nodiscard]] const LockedDocument* find(std::string_view document) const;
    friend bool operator==(const LockedProtocol&, const LockedProtocol&) = default;
};

struct Lock {
    std::vector<LockedProtocol> protocols;

    [[nodiscard]] const LockedProtocol* find(std::string_view file, std::string_view id) const;
    friend bool operator==(const Lock&, const Lock&) = default;
};

/// What there is to record of a protocol in the file called `file`. Documents that were not read,
/// and places that do not exist, are left out.
[[nodiscard]] LockedProtocol lockOf(std::string file, const model::Protocol& protocol,
                                    const std::vector<Document>& documents);

} // namespace meldc::evidence
