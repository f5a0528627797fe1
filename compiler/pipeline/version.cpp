#include "pipeline/version.h"

namespace meldc::pipeline {

std::string versionNumber() {
    return MELDC_VERSION;
}

} // namespace meldc::pipeline
