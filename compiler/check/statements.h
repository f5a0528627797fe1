#pragma once

#include <functional>
#include <vector>

#include "model/protocol.h"
#include "model/vocabulary.h"

/// All statements of a protocol, whatever their kind.
namespace meldc::check {

/// Calls `visit` with the origin of every statement of the protocol and that of the block around it
/// (step, framework, question, topic …), or nullptr when it stands by itself.
void forEachOrigin(
    const model::Protocol& protocol,
    const std::function<void(const model::Origin& origin, const model::Origin* block)>& visit);

/// Calls `visit` with every reference to a role, system or concept, and the statement it is in.
void forEachRef(const model::Protocol& protocol,
                const std::function<void(const model::Ref&, const model::Origin&)>& visit);

/// Calls `visit` with every condition over facts, whole.
void forEachCondition(const model::Protocol& protocol,
                      const std::function<void(const model::Condition&)>& visit);

} // namespace meldc::check
