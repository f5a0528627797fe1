#pragma once

#include <set>
#include <string>
#include <string_view>

namespace meldc::emit {

/// Names that every language of the tables can use: letters, digits and underscores of ASCII, in
/// small letters, no reserved word of any, and each only once.
class PortableNames {
public:
    PortableNames();
    /// A name for `wanted` that was not given before: as it is when it can be.
    std::string take(std::string_view wanted);

private:
    std::set<std::string, std::less<>> taken_;
};

} // namespace meldc::emit
