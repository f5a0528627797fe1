#include "driver/answer_memory.h"

#include <utility>

namespace meldc::driver {

namespace {

/// What the containers need beside the text of one answer: its node here, and where each thread looks
/// before it looks here.
constexpr std::size_t kEntryBytes = 256;

} // namespace

const AnswerMemory::Entry* AnswerMemory::find(const std::string& key) const {
    const std::lock_guard lock(guard_);
    const auto known = said_.find(key);
    return known == said_.end() ? nullptr : &*known;
}

const AnswerMemory::Entry* AnswerMemory::keep(const std::string& key, Said& said) {
    const std::lock_guard lock(guard_);
    if (const auto known = said_.find(key); known != said_.end()) {
        return &*known;
    }
    const std::size_t size = key.size() + said.tail.size() + kEntryBytes;
    if (bytes_ + size > mostBytes_) {
        return nullptr;
    }
    bytes_ += size;
    return &*said_.emplace(key, std::move(said)).first;
}

} // namespace meldc::driver
