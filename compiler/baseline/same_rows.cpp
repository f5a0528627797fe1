#include "baseline/same_rows.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

namespace meldc::baseline {

namespace {

using model::Row;
using model::TableKind;

/// Equal bytes for equal content. Texts carry their length, so that neighbours cannot be confused.
class Bytes {
public:
    void number(std::uint64_t value) {
        for (; value >= 128; value >>= 7) bytes_.push_back(static_cast<char>(128 | (value & 127)));
        bytes_.push_back(static_cast<char>(value));
    }
    void text(const std::string& value) {
        number(value.size());
        bytes_ += value;
    }
    void origin(const model::Origin* origin) {
        // A statement is the only one at its place, so its place stands for all that it says.
        number(origin == nullptr ? 0 : 1);
        if (origin == nullptr) return;
        number(origin->span.file);
        number(origin->span.begin);
        number(origin->span.end);
    }
    void value(const model::Value& value) {
        number(static_cast<std::uint64_t>(value.kind));
        number(value.index);
        text(value.text);
        number(value.number);
        number(static_cast<std::uint64_t>(value.modality));
        number(static_cast<std::uint64_t>(value.unitKind));
        number(static_cast<std::uint64_t>(value.answer));
        number((value.isAlternative ? 1U : 0U) | (value.isUndecided ? 2U : 0U) | (value.isByAbsence ? 4U : 0U) |
               (value.isPlaceholder ? 8U : 0U));
        origin(value.origin);
    }

    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

void addRows(const model::Vocabulary& vocabulary, const model::Protocol& world, TableKind kind, Bytes& bytes) {
    const auto rows = model::rowsOf(vocabulary, world, kind);
    bytes.number(rows.size());
    for (const Row& row : rows) {
        bytes.number(static_cast<std::uint64_t>(row.source));
        bytes.number(static_cast<std::uint64_t>(row.existence));
        bytes.number(static_cast<std::uint64_t>(row.as));
        bytes.origin(row.origin);
        bytes.origin(row.described == nullptr ? nullptr : &row.described->origin);
        for (const model::Field field : model::fieldsOf(kind)) {
            const auto values = model::valuesOf(vocabulary, world, row, field);
            bytes.number(values.size());
            for (const model::Value& value : values) bytes.value(value);
        }
    }
}

std::vector<std::size_t> firstOfEach(const std::vector<std::string>& contents) {
    std::map<std::string_view, std::size_t> known;
    std::vector<std::size_t> firsts;
    for (std::size_t at = 0; at < contents.size(); ++at) firsts.push_back(known.emplace(contents[at], at).first->second);
    return firsts;
}

}  // namespace

const std::vector<std::size_t>& SameRows::firsts(TableKind kind) {
    const auto [at, isNew] = firsts_.try_emplace(kind);
    if (!isNew) return at->second;
    if (worlds_.size() == 1) return at->second = {0};
    if (common_.empty()) {
        for (const model::Protocol& world : worlds_) {
            Bytes bytes;
            bytes.number(world.absences.size());
            for (const model::Absence& each : world.absences) bytes.origin(&each.origin);
            // A value that is a role is matched by that role's name and kinds.
            for (const model::RoleDecl& each : world.roles) {
                bytes.text(each.name);
                bytes.origin(&each.origin);
            }
            common_.push_back(bytes.take());
        }
    }
    std::vector<std::string> contents;
    for (std::size_t world = 0; world < worlds_.size(); ++world) {
        Bytes bytes;
        addRows(vocabulary_, worlds_[world], kind, bytes);
        contents.push_back(common_[world] + bytes.take());
    }
    return at->second = firstOfEach(contents);
}

}  // namespace meldc::baseline
