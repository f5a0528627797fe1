#pragma once

#include "diagnostics/diagnostic.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace meldc::driver {

/// Many files that take their places together: they are written into a folder beside these, and go
/// there when all are whole. Without settle() nothing is left of them.
class Staging {
public:
    /// `out`: the folder for the files; made when it is not there.
    explicit Staging(std::string out);
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    ~Staging();

    /// Why there is no folder to write into, if so.
    [[nodiscard]] const std::optional<diagnostics::Diagnostic>& error() const { return error_; }

    /// Writes a file with a name of at most one folder ("codes/a.html"). May be called in another
    /// process that has a copy of this.
    [[nodiscard]] std::optional<diagnostics::Diagnostic> write(const std::string& name,
                                                               std::string_view bytes) const;
    /// Writes a file piece by piece as `fill` hands them on.
    [[nodiscard]] std::optional<diagnostics::Diagnostic>
    fill(const std::string& name,
         const std::function<void(const std::function<void(std::string_view)>&)>& fill) const;

    /// Moves all files to their places.
    [[nodiscard]] std::optional<diagnostics::Diagnostic> settle();

private:
    [[nodiscard]] diagnostics::Diagnostic told(const std::string& name, int error) const;

    std::string out_;
    bool isOutMade_ = false;
    /// Empty: there is none.
    std::string folder_;
    std::optional<diagnostics::Diagnostic> error_;
};

} // namespace meldc::driver
