#include "driver/published_desk.h"

#include "diagnostics/phrases.h"
#include "pipeline/files.h"
#include "support/limits.h"

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

PublishedDesk::PublishedDesk(Session& session) : session_(session) {
    for (const std::string& path : session.options().published) {
        const pipeline::ReadResult read = pipeline::readFile(path, support::kMaxTemplateBytes);
        if (read.error) {
            session.tell(*read.error);
            continue;
        }
        emit::docx::DocumentText text;
        text.why = phrase(Phrase::TemplateTooLarge, support::kMaxTemplateBytes / support::kMegabyte);
        if (!read.tooLarge) {
            text = emit::docx::textOf(*read.bytes);
        }
        if (text.paragraphs) {
            documents_.push_back({pipeline::shownPath(path), std::move(text), 0, false, {}});
        } else {
            session.tell(make<Diag::PublishedUnusable>({}, pipeline::shownPath(path), text.why));
        }
    }
}

void PublishedDesk::compare(const emit::BuildInput& input, std::size_t number) {
    for (Document& document : documents_) {
        emit::PublishedComparison compared = emit::comparePublished(input, document.name, document.text);
        document.isTooLong = document.isTooLong || compared.isTooLong;
        if (compared.common > document.common) {
            document.common = compared.common;
            document.outcome = {number, std::move(compared.findings)};
        }
    }
}

std::vector<PublishedDesk::Outcome> PublishedDesk::finish() {
    std::vector<Outcome> outcomes;
    for (Document& document : documents_) {
        if (document.common > 0) {
            outcomes.push_back(std::move(document.outcome));
        } else if (document.isTooLong) {
            session_.tell(make<Diag::PublishedUnusable>(
                {}, document.name, phrase(Phrase::PublishedTooLong, support::kMaxPublishedSentences)));
        } else {
            session_.tell(make<Diag::PublishedForeign>({}, document.name));
        }
    }
    return outcomes;
}

} // namespace meldc::driver
