#include "emit/docx/package.h"

#include <zip.h>

#include <algorithm>
#include <array>

namespace meldc::emit::docx {

namespace {

/// 1 January 1980, the first day that an archive can name: what was made from the same text is the
/// same, whenever.
constexpr std::uint16_t kFirstDay = (1U << 5U) | 1U;

bool addPart(zip_t* archive, const Part& part) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) {
        return false;
    }
    const zip_int64_t index =
        zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    // Not by time_t: libzip would turn it into the local time of the machine.
    return zip_file_set_dostime(archive, at, 0, kFirstDay, 0) == 0 &&
           zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) == 0 &&
           zip_set_file_compression(archive, at, part.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                    9) == 0;
}

std::optional<std::string> bytesOf(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        return std::nullopt;
    }
    std::string bytes(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got < 0 || static_cast<zip_uint64_t>(got) != stat.size) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace

std::optional<std::string> pack(const std::vector<Part>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = target == nullptr
                         ? nullptr
                         : zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(target);
        return std::nullopt;
    }
    zip_source_keep(target);
    const bool isComplete = std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
        return addPart(archive, part);
    });
    std::optional<std::string> bytes;
    if (isComplete && zip_close(archive) == 0) {
        bytes = bytesOf(target);
    } else {
        zip_discard(archive);
    }
    zip_source_free(target);
    return bytes;
}

struct Archive::State {
    zip_t* archive = nullptr;
};

Archive::Archive() : state_(std::make_unique<State>()) {}

Archive::~Archive() {
    if (state_->archive != nullptr) {
        zip_discard(state_->archive);
    }
}

bool Archive::open(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
        state_->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (state_->archive == nullptr) {
            zip_source_free(source);
        }
    }
    zip_error_fini(&error);
    return state_->archive != nullptr;
}

std::size_t Archive::size() const {
    const zip_int64_t count = zip_get_num_entries(state_->archive, 0);
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

Archive::Outcome Archive::read(const std::string& name, std::size_t& budget, std::string& bytes) {
    const zip_int64_t index = zip_name_locate(state_->archive, name.c_str(), ZIP_FL_ENC_GUESS);
    if (index < 0) {
        return Outcome::Missing;
    }
    for (std::size_t i = 0; i < size(); ++i) {
        const char* other = zip_get_name(state_->archive, i, ZIP_FL_ENC_GUESS);
        if (i != static_cast<std::size_t>(index) && other != nullptr && name == other) {
            return Outcome::Missing;
        }
    }
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(state_->archive, at, 0, &stat) == 0 &&
        (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        stat.encryption_method != ZIP_EM_NONE) {
        return Outcome::Locked;
    }
    zip_file_t* file = zip_fopen_index(state_->archive, at, 0);
    if (file == nullptr) {
        return Outcome::Damaged;
    }
    bytes.clear();
    std::array<char, 65536> chunk{};
    Outcome outcome = Outcome::Read;
    while (outcome == Outcome::Read) {
        const zip_int64_t got = zip_fread(file, chunk.data(), chunk.size());
        if (got == 0) {
            break;
        }
        if (got < 0) {
            outcome = Outcome::Damaged;
        } else if (static_cast<std::size_t>(got) > budget) {
            outcome = Outcome::TooLarge;
        } else {
            budget -= static_cast<std::size_t>(got);
            bytes.append(chunk.data(), static_cast<std::size_t>(got));
        }
    }
    // Its check sum is looked at where the file ends.
    if (zip_fclose(file) != 0 && outcome == Outcome::Read) {
        outcome = Outcome::Damaged;
    }
    return outcome;
}

} // namespace meldc::emit::docx
