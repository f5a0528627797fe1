#pragma once

#include <memory>
#include <utility>

namespace meldc::support {

/// A value that copies share until one of them is changed: for what is large, held many times and
/// hardly ever changed. Reads like a pointer to const and goes where a `const T&` is asked for.
template <class T>
class Shared {
public:
    Shared() : Shared(T{}) {}
    Shared(T value) : value_(std::make_shared<T>(std::move(value))) {}

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }
    operator const T&() const { return *value_; }

    /// The value to change; no other copy sees the change. References that were taken before may be
    /// to what the others keep.
    T& edit() {
        if (value_.use_count() > 1) {
            value_ = std::make_shared<T>(*value_);
        }
        return *value_;
    }

private:
    std::shared_ptr<T> value_;
};

}  // namespace meldc::support
