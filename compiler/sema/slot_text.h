#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/protocol.h"

/// Statements as texts that are equal when the statements say the same: what slots are compared by.
namespace meldc::sema {

std::string refText(const model::Ref& ref);
std::string actorText(const model::Actor& actor);

template <class Things, class Text>
std::string listText(const Things& things, const Text& each) {
    std::string result = "[";
    for (const auto& thing : things) result += each(thing) + ",";
    return result + "]";
}

/// List whose order says nothing.
template <class Things, class Text>
std::string setText(const Things& things, const Text& each) {
    std::vector<std::string> texts;
    for (const auto& thing : things) texts.push_back(each(thing));
    std::sort(texts.begin(), texts.end());
    return listText(texts, [](const std::string& one) { return one; });
}

/// Which duty it is, between levels and between places of one level: who does what with, in, to and
/// about what, and where that stands. Not: whether it must, when, how soon and in what manner.
std::string dutySlot(const model::Task& task);
/// Its condition in normal form; empty without one.
std::string conditionText(const model::Task& task);

}  // namespace meldc::sema
