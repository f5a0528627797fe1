#include "support/sha256.h"

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/SHA256.h>

#include <cstdint>

namespace meldc::support {

std::string sha256Hex(std::string_view bytes) {
    const llvm::ArrayRef<std::uint8_t> data(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                            bytes.size());
    return llvm::toHex(llvm::SHA256::hash(data), /*LowerCase=*/true);
}

} // namespace meldc::support
