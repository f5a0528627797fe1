#include "sema/coverage.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "model/source_place.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

class CoverageBuilder {
public:
    CoverageBuilder(model::Library& library, diagnostics::Sink& sink) : library_(library), sink_(sink) {}

    void add(const syntax::Coverage& written) {
        const auto source = findSource(library_.vocabulary, written.source, sink_);
        if (!source) return;
        model::Coverage line;
        line.source = *source;
        for (const syntax::SourcePart& part : written.parts) line.parts.emplace_back(part.kind, part.value.text);
        line.period = written.period;
        line.how = written.how;
        if (written.because) line.because = {written.because->dutch.text, written.because->english.text};
        line.span = written.span;
        if (written.norms.empty() && !written.isUncovered) {
            sink_.add(make<Diag::CoverageIncomplete>(written.span));
            return;
        }
        for (const syntax::Name& name : written.norms) addNorm(name, line);
        const bool isSecond = std::any_of(library_.coverage.begin(), library_.coverage.end(),
                                          [&](const model::Coverage& other) { return sayTheSame(other, line); });
        if (isSecond) sink_.add(make<Diag::CoverageTwice>(written.span, words(line.source, line.parts)));
        library_.coverage.push_back(std::move(line));
    }

    /// Every ground must have a line that names its norm.
    void checkGrounds(const model::Norm& norm) {
        for (const model::Ground& ground : norm.grounds) {
            const bool isCovered =
                std::any_of(library_.coverage.begin(), library_.coverage.end(), [&](const model::Coverage& line) {
                    return model::isAbout(line, ground) &&
                           std::find(line.norms.begin(), line.norms.end(), norm.id) != line.norms.end();
                });
            if (!isCovered) {
                sink_.add(make<Diag::CoverageMissing>(norm.span, norm.id, words(ground.source, ground.parts)));
            }
        }
    }

private:
    /// Whether two lines are about one place in one time, and about the same norm or about none.
    static bool sayTheSame(const model::Coverage& a, const model::Coverage& b) {
        if (a.source != b.source || a.parts != b.parts || !model::overlap(a.period, b.period)) return false;
        if (a.norms.empty() || b.norms.empty()) return true;
        return std::find_first_of(a.norms.begin(), a.norms.end(), b.norms.begin(), b.norms.end()) != a.norms.end();
    }

    void addNorm(const syntax::Name& name, model::Coverage& line) {
        const model::Norm* norm = library_.findNorm(name.text);
        if (norm == nullptr) {
            std::vector<std::string> candidates;
            for (const model::Norm& each : library_.norms) candidates.push_back(each.id);
            reportUnknownName(sink_, name, diagnostics::wording(Wording::ANorm), candidates);
            return;
        }
        line.norms.push_back(norm->id);
        const bool restsOnIt = std::any_of(norm->grounds.begin(), norm->grounds.end(), [&](const model::Ground& ground) {
            return model::isAbout(line, ground);
        });
        if (!restsOnIt) {
            sink_.add(make<Diag::CoverageOfOtherArticle>(name.span, norm->id, words(line.source, line.parts)));
        }
    }

    support::Localized words(model::SourceId source, const model::SourceParts& parts) const {
        return model::placeInWords(library_.vocabulary, source, parts);
    }

    model::Library& library_;
    diagnostics::Sink& sink_;
};

}  // namespace

void extendCoverage(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    CoverageBuilder builder(library, sink);
    bool hasLines = false;
    for (const syntax::Document& document : documents) {
        for (const syntax::Coverage& each : document.coverage) builder.add(each);
        hasLines = hasLines || !document.coverage.empty();
    }
    if (!hasLines) return;
    for (const syntax::Document& document : documents) {
        for (const syntax::Norm& each : document.norms) {
            if (const model::Norm* norm = library.findNorm(each.id.text)) builder.checkGrounds(*norm);
        }
    }
}

}  // namespace meldc::sema
