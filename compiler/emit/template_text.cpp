#include "emit/template_text.h"

#include "embedded/templates.h"

namespace meldc::emit {

std::string templateText(std::string_view name) {
    for (const embedded::File& file : embedded::templates()) {
        if (file.path == name) {
            return std::string(file.content);
        }
    }
    return {};
}

} // namespace meldc::emit
