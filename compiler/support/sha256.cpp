#include "support/sha256.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Base64.h>
#include <llvm/Support/SHA256.h>

#include <array>
#include <cstdint>

namespace meldc::support {

namespace {

std::array<std::uint8_t, 32> digestOf(std::string_view bytes) {
    return llvm::SHA256::hash(llvm::ArrayRef<std::uint8_t>(
        reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

} // namespace

std::string sha256Hex(std::string_view bytes) {
    return llvm::toHex(llvm::ArrayRef<std::uint8_t>(digestOf(bytes)), /*LowerCase=*/true);
}

std::string sha256Base64(std::string_view bytes) {
    return llvm::encodeBase64(digestOf(bytes));
}

} // namespace meldc::support
