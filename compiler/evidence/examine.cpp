#include "evidence/examine.h"

#include "baseline/coverage.h"
#include "evidence/document_check.h"

#include <algorithm>

namespace meldc::evidence {

namespace {

using diagnostics::Diag;
using diagnostics::make;

const Document* findDocument(const std::vector<Document>& documents, std::string_view name) {
    const auto at = std::find_if(documents.begin(), documents.end(),
                                 [&](const Document& each) { return each.name == name; });
    return at == documents.end() ? nullptr : &*at;
}

/// Names in the lock that the file does not have: documents of the protocol, and other units. These
/// are told once, with the first unit of the file.
void checkNames(const model::Protocol& protocol, const LockContext& context,
                const LockedProtocol* recorded, Examination& result) {
    const auto tell = [&](const std::string& name) {
        result.findings.push_back(
            {make<Diag::LockUnknownName>(protocol.span, name, context.protocolPath)});
    };
    if (recorded != nullptr) {
        for (const LockedDocument& document : recorded->documents) {
            const bool isNamed = std::any_of(
                protocol.documents.begin(), protocol.documents.end(),
                [&](const model::SourceDocument& each) { return each.name == document.name; });
            if (!isNamed) {
                tell(document.name);
            }
        }
    }
    const auto& units = context.units;
    if (context.lock == nullptr || units.empty() || units.front() != protocol.name) {
        return;
    }
    for (const LockedProtocol& other : context.lock->protocols) {
        const bool isDeclared = std::find(units.begin(), units.end(), other.id) != units.end();
        if (other.file == context.file && !isDeclared) {
            tell(other.id);
        }
    }
}

} // namespace

Examination examine(const model::Protocol& protocol, const std::vector<Document>& documents,
                    const LockContext* context) {
    Examination result;
    const std::vector<Citation> citations = citationsOf(protocol);
    const LockedProtocol* recorded = context != nullptr && context->lock != nullptr
                                         ? context->lock->find(context->file, protocol.name)
                                         : nullptr;
    HeadingFinder finder;
    for (const model::SourceDocument& source : protocol.documents) {
        const Document* document = findDocument(documents, source.name);
        if (document == nullptr || document->text == nullptr) {
            const bool isWhole = baseline::isWhollyRead(protocol, source);
            result.reading.isWhole = result.reading.isWhole && isWhole;
            continue;
        }
        const LockedDocument* locked = recorded == nullptr ? nullptr : recorded->find(source.name);
        DocumentCheck check(source, *document, locked, result);
        for (const Citation& citation : citations) {
            if (citation.place.document == source.name) {
                check.add(citation, finder);
            }
        }
        check.finish(recorded != nullptr && !context->isRenewed);
    }
    if (context != nullptr) {
        checkNames(protocol, *context, recorded, result);
        if (recorded == nullptr && !context->isRenewed && !protocol.documents.empty()) {
            result.findings.push_back(
                {make<Diag::NoLock>(protocol.documents.front().origin.span, context->lockPath,
                                    context->protocolPath, context->folder)});
        }
    }
    return result;
}

} // namespace meldc::evidence
