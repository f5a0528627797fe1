#pragma once

#include "emit/answer.h"
#include "meldc/meldc.h"
#include "pipeline/unit_reader.h"

#include <memory>

/// What stands behind the classes of the public header.
namespace meldc {

namespace api {

/// A file or text that compiled, with all that its protocols point to. Does not change after it was made.
struct Unit {
    support::SourceMap sources;
    pipeline::LoadedLibrary library;
    pipeline::LoadedUnit loaded;
    support::Language language = support::Language::Dutch;
};

/// A protocol as of a day, with its worlds and decisions. Does not move: its parts point at one another.
struct OnDay {
    OnDay(const Unit& unit, const model::Protocol& protocol, const support::Date& date);
    OnDay(const OnDay&) = delete;
    OnDay& operator=(const OnDay&) = delete;

    model::Protocol protocol;
    pipeline::Analysis analysis;
};

} // namespace api

struct Protocol::Impl {
    std::shared_ptr<const api::Unit> unit;
    const model::Protocol* protocol = nullptr;
};

struct Decider::Impl {
    std::shared_ptr<const api::Unit> unit;
    std::unique_ptr<const api::OnDay> now;
    emit::Decider decider;
};

} // namespace meldc
