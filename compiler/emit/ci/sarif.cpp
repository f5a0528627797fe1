#include "emit/ci/items.h"
#include "emit/ci/reports.h"

#include "diagnostics/catalog.h"
#include "diagnostics/explain.h"
#include "diagnostics/phrases.h"
#include "emit/json_parts.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace meldc::emit {

namespace {

/// The format wants an address of the tool. The program has no site of its own: a name, which is no
/// address that somebody else answers.
constexpr const char* kAbout = "urn:meldc";

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Language;
using support::Localized;

/// A path as a URI: relative ones stay so, with forward slashes, what a URI reserves in hexadecimal.
std::string artifactUri(std::string_view path) {
    constexpr std::string_view kPlain = "-._~/";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string uri = path.starts_with("/") ? "file://" : "";
    for (const char letter : path) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0 || kPlain.find(letter) != kPlain.npos) {
            uri += letter;
        } else {
            uri += '%';
            uri += kDigits[byte / 16];
            uri += kDigits[byte % 16];
        }
    }
    return uri;
}

/// SARIF says "note" where we say "info".
std::string_view levelOf(diagnostics::Severity severity) {
    return severity >= diagnostics::Severity::Warning ? wordOf(severity) : std::string_view("note");
}

/// What comes before the first heading of the second rank, and the first paragraph under it.
std::string openingOf(std::string_view page) {
    const std::size_t heading = page.find("\n## ");
    if (heading == page.npos) {
        return std::string(page);
    }
    const std::size_t begin = page.find("\n\n", heading);
    if (begin == page.npos) {
        return std::string(page);
    }
    return std::string(page.substr(begin + 2, page.find("\n\n", begin + 2) - begin - 2));
}

/// Words as one identifier, each with a capital: letters and digits of ASCII only.
std::string identifierOf(std::string_view words) {
    std::string name;
    bool isNew = true;
    for (const char letter : words) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte >= 0x80 || std::isalnum(byte) == 0) {
            isNew = true;
            continue;
        }
        name += isNew ? static_cast<char>(std::toupper(byte)) : letter;
        isNew = false;
    }
    return name;
}

class SarifMaker {
public:
    SarifMaker(const CiRun& run, Language language) : run_(run), language_(language) {}

    Json document() {
        Json results = Json::array();
        for (const CiItem& item : run_.items) {
            if (item.isFault() || item.entry.group == Group::JudgeYourself) {
                results.push_back(result(item));
            }
        }
        Json run;
        run["tool"]["driver"] = {{"name", "meldc"},
                                 {"version", run_.version},
                                 {"semanticVersion", run_.version},
                                 {"informationUri", kAbout},
                                 {"rules", std::move(rules_)}};
        run["automationDetails"]["id"] = "meldc/" + run_.date.str() + "/";
        run["invocations"] = Json::array({{{"executionSuccessful", run_.isComplete}}});
        run["language"] = language_ == Language::Dutch ? "nl" : "en";
        run["columnKind"] = "unicodeCodePoints";
        run["properties"] = {{"date", run_.date.str()}, {"baseline", run_.baselineSha256}};
        run["results"] = std::move(results);
        return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                {"version", "2.1.0"},
                {"runs", Json::array({std::move(run)})}};
    }

private:
    std::string in(const Localized& text) const { return text.in(language_); }

    static Json region(const CiPlace& place) {
        return {{"startLine", place.line},
                {"startColumn", place.column},
                {"endLine", place.endLine},
                {"endColumn", place.endColumn},
                {"snippet", {{"text", place.words}}}};
    }

    static Json location(const CiPlace& place) {
        Json json;
        json["physicalLocation"] = {{"artifactLocation", {{"uri", artifactUri(place.file)}}},
                                    {"region", region(place)},
                                    {"contextRegion",
                                     {{"startLine", place.aroundLine},
                                      {"endLine", place.aroundEndLine},
                                      {"snippet", {{"text", place.around}}}}}};
        return json;
    }

    Json result(const CiItem& item) {
        const Entry& entry = item.entry;
        Json json;
        json["ruleId"] = entry.id;
        json["ruleIndex"] = ruleOf(item);
        const bool isOpen = !item.isFault();
        json["kind"] = isOpen ? "review" : "fail";
        json["level"] = isOpen ? "none" : levelOf(entry.severity);
        json["message"]["text"] = paragraphOf(item, language_);
        // A message may be about no file; none is better than one that is not there.
        if (!item.place.file.empty()) {
            json["locations"] = Json::array({location(item.place)});
        }
        Json others = Json::array();
        for (const CiPlace& place : item.others) {
            others.push_back(location(place));
        }
        if (!others.empty()) {
            json["relatedLocations"] = std::move(others);
        }
        if (!item.path.empty()) {
            json["codeFlows"] = Json::array({flow(item)});
        }
        json["partialFingerprints"]["primaryLocationLineHash"] = item.fingerprint;
        return json;
    }

    Json flow(const CiItem& item) const {
        Json stations = Json::array();
        for (const CiStation& station : item.path) {
            Json place = location(station.place);
            place["message"]["text"] = in(diagnostics::sentence(station.text));
            stations.push_back({{"location", std::move(place)}});
        }
        Json json;
        if (!item.entry.story.isEmpty()) {
            json["message"]["text"] = in(item.entry.story);
        }
        json["threadFlows"] = Json::array({{{"locations", std::move(stations)}}});
        return json;
    }

    /// The number of the item's rule, which is told at its first use.
    std::size_t ruleOf(const CiItem& item) {
        const auto [found, isNew] = numbers_.emplace(item.entry.id, rules_.size());
        if (isNew) {
            rules_.push_back(rule(item));
        }
        return found->second;
    }

    Json rule(const CiItem& item) const {
        const Entry& entry = item.entry;
        Json json;
        json["id"] = entry.id;
        const diagnostics::DiagnosticInfo* known = diagnostics::findBySlugOrCode(entry.id);
        json["name"] = identifierOf(known != nullptr ? known->slug : std::string_view(entry.title));
        const auto page = diagnostics::explanationPage(entry.id, language_);
        if (page && entry.result == nullptr) {
            const std::string what = openingOf(*page);
            json["shortDescription"]["text"] = what;
            json["fullDescription"]["text"] = what;
            json["help"] = {{"text", *page}, {"markdown", *page}};
        } else {
            json["shortDescription"]["text"] = entry.title + ".";
            json["fullDescription"]["text"] = in(normText(entry));
            json["help"] = {{"text", helpText(entry, false)}, {"markdown", helpText(entry, true)}};
            for (const baseline::GroundOnDate& ground : *entry.grounds) {
                if (ground.inForce && !ground.url.empty()) {
                    json["helpUri"] = ground.url;
                    break;
                }
            }
        }
        json["defaultConfiguration"]["level"] =
            item.isFault() ? levelOf(entry.severity) : std::string_view("none");
        Json tags = Json::array();
        if (!entry.layer.isEmpty()) {
            tags.push_back(in(entry.layer));
        }
        json["properties"] = {{"tags", std::move(tags)}, {"precision", "very-high"}};
        return json;
    }

    static Localized normText(const Entry& entry) {
        const std::vector<Localized> parts{support::same(entry.title + "."),
                                           phrase(Phrase::CiReference, support::same(entry.id))};
        return diagnostics::joined(parts, " ");
    }

    /// The norm's grounds and what to do.
    std::string helpText(const Entry& entry, bool isMarkdown) const {
        std::string text = in(normText(entry)) + "\n";
        for (const baseline::GroundOnDate& ground : *entry.grounds) {
            if (ground.inForce) {
                const std::string name = in(ground.text);
                text += ground.url.empty() ? "\n- " + name
                        : isMarkdown       ? "\n- [" + name + "](" + ground.url + ")"
                                           : "\n- " + name + ": " + ground.url;
            }
        }
        if (!entry.result->remedy.isEmpty()) {
            text += "\n\n" + in(phrase(Phrase::ReportRemedy,
                                       diagnostics::sentence(entry.result->remedy)));
        }
        return text + "\n";
    }

    const CiRun& run_;
    Language language_;
    Json rules_ = Json::array();
    std::map<std::string, std::size_t> numbers_;
};

} // namespace

std::string sarifReport(const CiRun& run, Language language) {
    return written(SarifMaker(run, language).document());
}

} // namespace meldc::emit
