#include "emit/answers/lock_json.h"

#include "diagnostics/phrases.h"
#include "emit/json_parts.h"
#include "support/limits.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace meldc::emit {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;
using evidence::LockedDocument;
using evidence::LockedHeading;
using evidence::LockedPassage;
using evidence::LockedProtocol;

constexpr const char* kForm = "meld_lock";
constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kLockDigits = 16;

Json lockedJson(const LockedDocument& document) {
    Json json = {{"name", document.name},
                 {"file", document.file},
                 {"sha256", document.sha256},
                 {"lines", document.lines},
                 {"passages", Json::object()}};
    for (const LockedPassage& passage : document.passages) {
        json["passages"][evidence::written(passage.lines)] = passage.digest;
    }
    if (document.headings.empty()) {
        return json;
    }
    json["headings"] = Json::array();
    for (const LockedHeading& heading : document.headings) {
        Json one = {{"heading", heading.heading}};
        if (heading.alinea) {
            one["paragraph"] = *heading.alinea;
        }
        one["digest"] = heading.digest;
        json["headings"].push_back(std::move(one));
    }
    return json;
}

bool isHex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// "12" or "15-17", both from 1 and in order.
std::optional<model::LineRange> rangeOf(std::string_view text) {
    model::LineRange range;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, range.first);
    range.last = range.first;
    if (first.ec == std::errc() && first.ptr != end && *first.ptr == '-') {
        const auto last = std::from_chars(first.ptr + 1, end, range.last);
        return last.ec == std::errc() && last.ptr == end && range.first > 0 &&
                       range.first < range.last
                   ? std::optional(range)
                   : std::nullopt;
    }
    const bool isOne = first.ec == std::errc() && first.ptr == end && range.first > 0;
    return isOne ? std::optional(range) : std::nullopt;
}

/// Takes a lock apart; keeps the first place that is not as written.
class LockReader {
public:
    [[nodiscard]] const std::string& wrongAt() const { return wrongAt_; }

    evidence::Lock lock(const Json& json) {
        evidence::Lock result;
        for (const Json& each : list(json, "protocols")) {
            LockedProtocol protocol;
            protocol.file = text(each, "file");
            protocol.id = text(each, "id");
            for (const Json& one : list(each, "documents")) {
                protocol.documents.push_back(document(one));
            }
            result.protocols.push_back(std::move(protocol));
        }
        return result;
    }

private:
    LockedDocument document(const Json& json) {
        LockedDocument result;
        result.name = text(json, "name");
        result.file = text(json, "file");
        result.sha256 = text(json, "sha256");
        if (!isHex(result.sha256, kHashDigits)) {
            wrong("sha256");
        }
        result.lines = number(json, "lines");
        const Json* passages = member(json, "passages");
        if (passages == nullptr || !passages->is_object()) {
            wrong("passages");
        } else {
            for (const auto& [lines, digest] : passages->items()) {
                const auto range = rangeOf(lines);
                const bool isDigest =
                    digest.is_string() && isHex(digest.get<std::string>(), kLockDigits);
                if (!range || !isDigest) {
                    wrong("passages");
                } else {
                    result.passages.push_back({*range, digest.get<std::string>()});
                }
            }
        }
        if (json.is_object() && json.contains("headings")) {
            for (const Json& each : list(json, "headings")) {
                result.headings.push_back(heading(each));
            }
        }
        // The comparison walks through the passages in their order.
        std::sort(result.passages.begin(), result.passages.end(),
                  [](const LockedPassage& a, const LockedPassage& b) {
                      return std::tie(a.lines.first, a.lines.last) <
                             std::tie(b.lines.first, b.lines.last);
                  });
        return result;
    }

    LockedHeading heading(const Json& json) {
        LockedHeading result;
        result.heading = text(json, "heading");
        if (json.is_object() && json.contains("paragraph")) {
            result.alinea = number(json, "paragraph");
        }
        result.digest = text(json, "digest");
        if (!isHex(result.digest, kLockDigits)) {
            wrong("digest");
        }
        return result;
    }

    static const Json* member(const Json& json, const char* name) {
        const auto at = json.is_object() ? json.find(name) : json.end();
        return json.is_object() && at != json.end() ? &*at : nullptr;
    }

    const Json& list(const Json& json, const char* name) {
        static const Json kNone = Json::array();
        const Json* found = member(json, name);
        if (found == nullptr || !found->is_array()) {
            wrong(name);
            return kNone;
        }
        return *found;
    }

    std::string text(const Json& json, const char* name) {
        const Json* found = member(json, name);
        if (found == nullptr || !found->is_string()) {
            wrong(name);
            return {};
        }
        return found->get<std::string>();
    }

    std::uint32_t number(const Json& json, const char* name) {
        const Json* found = member(json, name);
        const bool isNumber = found != nullptr && found->is_number_unsigned() &&
                              found->get<std::uint64_t>() <= UINT32_MAX;
        if (!isNumber) {
            wrong(name);
            return 0;
        }
        return found->get<std::uint32_t>();
    }

    void wrong(const char* name) {
        if (wrongAt_.empty()) {
            wrongAt_ = name;
        }
    }

    std::string wrongAt_;
};

} // namespace

std::string lockJson(const evidence::Lock& lock) {
    Json json = {{kForm, evidence::kLockForm}, {"protocols", Json::array()}};
    std::vector<const LockedProtocol*> protocols;
    for (const LockedProtocol& protocol : lock.protocols) {
        protocols.push_back(&protocol);
    }
    std::sort(protocols.begin(), protocols.end(),
              [](const LockedProtocol* a, const LockedProtocol* b) {
                  return std::tie(a->file, a->id) < std::tie(b->file, b->id);
              });
    for (const LockedProtocol* protocol : protocols) {
        Json one = {{"file", protocol->file}, {"id", protocol->id}, {"documents", Json::array()}};
        for (const LockedDocument& document : protocol->documents) {
            one["documents"].push_back(lockedJson(document));
        }
        json["protocols"].push_back(std::move(one));
    }
    return written(json);
}

ReadLock readLockJson(std::string_view text, const std::string& path) {
    // Values within values without end would have to be freed without end.
    bool isTooDeep = false;
    const Json json = Json::parse(
        text,
        [&](int depth, Json::parse_event_t, const Json&) {
            isTooDeep = isTooDeep || depth > static_cast<int>(support::kMaxNesting);
            return !isTooDeep;
        },
        false);
    ReadLock result;
    if (isTooDeep || !json.is_object()) {
        result.error = make<Diag::LockBroken>({}, path, phrase(Phrase::LockNotJson));
        return result;
    }
    const auto form = json.find(kForm);
    if (form != json.end() && *form != evidence::kLockForm) {
        result.error = make<Diag::LockOtherVersion>(
            {}, path, form->dump(-1, ' ', false, Json::error_handler_t::replace),
            evidence::kLockForm);
        return result;
    }
    LockReader reader;
    evidence::Lock lock = reader.lock(json);
    const std::string wrongAt = form == json.end() ? kForm : reader.wrongAt();
    if (wrongAt.empty()) {
        result.lock = std::move(lock);
    } else {
        result.error = make<Diag::LockBroken>(
            {}, path, phrase(Phrase::LockWrongShape, support::same(wrongAt)));
    }
    return result;
}

} // namespace meldc::emit
