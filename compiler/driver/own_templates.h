#pragma once

#include "driver/session.h"
#include "emit/page/own_template.h"

#include <map>
#include <string>
#include <vector>

namespace meldc::driver {

/// The templates of `--template`, by the product that each is for.
class OwnTemplates {
public:
    /// Reads and checks those of the products that are written as a page; what is wrong is told.
    explicit OwnTemplates(Session& session);

    /// Null: there is none for it.
    [[nodiscard]] const emit::OwnTemplate* find(Product product) const;

private:
    void take(const std::string& path);
    [[nodiscard]] bool read(const std::string& path, emit::TemplateFile& file);

    Session& session_;
    std::map<std::string, emit::TemplateFile> files_;
    std::map<Product, emit::OwnTemplate> templates_;
};

} // namespace meldc::driver
