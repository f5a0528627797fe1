#include "sema/slot_text.h"

namespace meldc::sema {

namespace {

std::string refsText(const std::vector<model::Ref>& refs) {
    return setText(refs, [](const model::Ref& ref) { return refText(ref); });
}

}  // namespace

std::string refText(const model::Ref& ref) {
    return std::to_string(static_cast<int>(ref.kind)) + ":" + std::to_string(ref.index);
}

std::string actorText(const model::Actor& actor) {
    return std::to_string(static_cast<int>(actor.kind)) + (actor.joint ? "&" : "|") + refsText(actor.who) +
           (actor.otherwise ? refText(*actor.otherwise) : "") + actor.openTerm;
}

std::string dutySlot(const model::Task& task) {
    const auto choice = [](bool isOneOf) { return isOneOf ? "|" : "&"; };
    return std::to_string(static_cast<int>(task.home.kind)) + ":" + std::to_string(task.home.index) + ":" +
           std::to_string(task.home.step.value) + "/" + actorText(task.actor) + "/" + std::to_string(task.action.value) +
           refsText(task.objects) + choice(task.oneOfObjects) + refsText(task.in) + refsText(task.with) +
           choice(task.oneOfWith) + refsText(task.to) + choice(task.oneOfTo) + refsText(task.about);
}

std::string conditionText(const model::Task& task) {
    return task.condition ? model::normalText(*task.condition) : std::string();
}

}  // namespace meldc::sema
