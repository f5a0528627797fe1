#pragma once

/// The only door through which LLVM's containers enter meldc.
///
/// One door, so that a build without LLVM (in a browser, say) has to replace one header. Names not
/// listed here are not in use: add the name here first.

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

namespace meldc::support {

using llvm::DenseMap;
using llvm::SmallVector;
using llvm::StringMap;
using llvm::StringRef;

} // namespace meldc::support
