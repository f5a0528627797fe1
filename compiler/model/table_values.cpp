#include "model/row_values.h"

namespace meldc::model {

std::vector<Value> RowValues::collect() {
    switch (row_.kind) {
        case TableKind::Meldcode: meldcode(); break;
        case TableKind::Role: row_.described == nullptr ? role() : describedRole(); break;
        case TableKind::Step: step(world_.steps[row_.index]); break;
        case TableKind::Duty: duty(world_.tasks[row_.index]); break;
        case TableKind::Consultation: consultation(); break;
        case TableKind::Question: question(world_.questions[row_.index]); break;
        case TableKind::Meldnorm: meldnorm(world_.meldnormen[row_.index]); break;
        case TableKind::Route: route(world_.routes[row_.index]); break;
        case TableKind::Decision: decision(world_.decisions[row_.index]); break;
        case TableKind::Exception: exception(world_.exceptions[row_.index]); break;
        case TableKind::Topic: topic(world_.topics[row_.index]); break;
        case TableKind::Contact: contact(world_.contacts[row_.index]); break;
        case TableKind::Framework: framework(world_.frameworks[row_.index]); break;
        case TableKind::System: named(world_.systems[row_.index]); break;
        case TableKind::Age: age(world_.ageBands[row_.index]); break;
        case TableKind::Reference: reference(world_.references[row_.index]); break;
        case TableKind::Blank: text(world_.blanks[row_.index].text, world_.blanks[row_.index].origin); break;
        case TableKind::Point: {
            const model::Point& point = world_.topics[row_.index].points[row_.part];
            concept_(point.point, point.origin);
            text(point.label, point.origin);
            break;
        }
    }
    return take();
}

std::vector<Value> valuesOf(const Vocabulary& vocabulary, const Protocol& world, const Row& row, Field field) {
    if (!hasField(row.kind, field)) return {};
    return RowValues(vocabulary, world, row, field).collect();
}

}  // namespace meldc::model
