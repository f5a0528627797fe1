#pragma once

#include "driver/house_style.h"
#include "driver/own_templates.h"
#include "driver/session.h"
#include "emit/build_input.h"
#include "emit/document/document.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meldc::driver {

/// Writes documents in the forms that were asked for.
class Publisher {
public:
    explicit Publisher(Session& session);

    /// In which forms; none, and told, when it is in none of those asked for.
    [[nodiscard]] std::vector<DocumentForm> formsOf(Product product);
    /// What stands behind the name of a protocol in the name of the file: ".protocol.html".
    [[nodiscard]] std::string suffixOf(Product product, DocumentForm form) const;
    /// The user's template for a product; null: there is none.
    [[nodiscard]] const emit::OwnTemplate* templateFor(Product product) const { return templates_.find(product); }
    /// The document; none when it could not be made, which is told.
    [[nodiscard]] std::optional<std::string> write(const emit::BuildInput& input, Product product, DocumentForm form);

private:
    [[nodiscard]] std::optional<std::string> print(const emit::BuildInput& input, const std::string& title,
                                                   const std::string& html);
    /// With the pages of the headings in the list of headings.
    [[nodiscard]] std::optional<std::string> printWithPages(const emit::BuildInput& input,
                                                            const emit::document::Document& document);

    Session& session_;
    HouseStyle look_;
    OwnTemplates templates_;
};

} // namespace meldc::driver
