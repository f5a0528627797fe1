#include "emit/aid/page.h"

#include "emit/aid/data.h"
#include "emit/national_numbers.h"
#include "emit/notices.h"
#include "emit/page/data.h"
#include "emit/publication/writer.h"
#include "support/sha256.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

constexpr std::string_view kAidTemplate = "aid.mustache";
constexpr std::string_view kAidStyle = "aid.css";
/// What follows from answers, what that means for duties, and what shows it.
constexpr std::string_view kAidScripts[] = {"aid_answers.js", "aid_duties.js", "aid.js"};

/// For the bar the two numbers that hold in the whole country and are always in sight, and the other contacts with a
/// number behind them; contacts with an address as words.
void addContacts(Data& page, const PageContext& context, const PublicationWriter& writer) {
    const std::string emergency = say(Phrase::NationalEmergencyNumber);
    const std::string advice = say(Phrase::NationalAdviceNumber);
    page.set("emergency", emergency);
    page.set("emergency_dialled", dialled(emergency));
    page.set("advice", advice);
    page.set("advice_dialled", dialled(advice));
    DataList phones;
    DataList others;
    const std::vector<std::string> without = writer.missingPhones();
    for (const model::Contact& contact : context.protocol.contacts) {
        Data data("name", nameOfContact(context.vocabulary, contact));
        put(data, "address", contact.address);
        put(data, "website", contact.website);
        if (!contact.address.empty() || !contact.website.empty()) {
            others.push_back(data);
        }
        const std::string number = dialled(contact.phone);
        if (!number.empty() && number != dialled(emergency) && number != dialled(advice)) {
            data.set("phone", contact.phone);
            data.set("dialled", number);
            phones.push_back(std::move(data));
        }
    }
    put(page, "no_phones", without.empty() ? std::string() : say(Phrase::AidNoPhonesOf, listed(without)));
    page.set("has_numbers", !phones.empty() || !without.empty());
    put(page, "phones", std::move(phones));
    put(page, "others", std::move(others));
}

std::string sourceOf(std::string_view policy, const std::string& content) {
    return std::string(policy) + " 'sha256-" + support::sha256Base64(content) + "'; ";
}

/// Only this style and this script, and nothing from or to anywhere.
std::string contentPolicy(const std::string& style, const std::string& script) {
    return "default-src 'none'; " + sourceOf("style-src", style) + sourceOf("script-src", script) +
           "connect-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'";
}

} // namespace

std::optional<std::string> aidPage(const BuildInput& input, bool& isWrong) {
    AidCheck check;
    const std::optional<std::string> data = aidData(input, check);
    if (!data) {
        return std::nullopt;
    }
    isWrong = isWrong || !check.isEqual;
    const model::Protocol& protocol = *input.decider.protocol;
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    const PageContext context{input, protocol, vocabulary, PageWords(vocabulary, protocol),
                              Sentences(*input.decider.library, protocol)};
    std::string script;
    for (const std::string_view part : kAidScripts) {
        script += templateText(part);
    }
    const std::string style = templateText(kPageStyle) + templateText(kAidStyle);

    Data page;
    page.set("policy", contentPolicy(style, script));
    page.set("style", style);
    page.set("script", script);
    page.set("data", *data);
    page.set("label", protocol.label);
    put(page, "organisation",
        protocol.organisation.empty() ? "" : protocol.organisation.front().text);
    put(page, "version", protocol.versions.empty() ? "" : protocol.versions.front().text);
    page.set("is_template", protocol.kind == model::UnitKind::Template);
    const PublicationWriter writer(input, Publication::Protocol, Audience::Internal);
    const std::string open = writer.openNotice();
    put(page, "open_notice", open.empty() ? open : open + " " + say(Phrase::PubOpenInProtocol));
    addContacts(page, context, writer);
    DataList blanks;
    for (const model::Blank& blank : protocol.blanks) {
        blanks.push_back(Data("text", capital(blank.text)));
    }
    put(page, "blanks", std::move(blanks));
    // What was taken over from a model is no word of its own.
    std::vector<model::Explanation> explanations;
    std::copy_if(protocol.explanations.begin(), protocol.explanations.end(), std::back_inserter(explanations),
                 [](const model::Explanation& one) { return one.origin.level == 0; });
    DataList own;
    for (const std::string& paragraph : ownWords(input, explanations)) {
        own.push_back(Data("text", paragraph));
    }
    put(page, "own", std::move(own));
    page.set("own_title", say(Phrase::AidOwnWords));
    DataList notices;
    for (const support::Localized& notice : allNoticesOf(input.decider.currency)) {
        notices.push_back(Data("text", shownSentence(notice)));
    }
    put(page, "notices", std::move(notices));
    page.set("verified",
             diagnostics::phrase(check.walkedAll ? Phrase::AidVerified : Phrase::AidVerifiedWhole,
                                 check.walked).nl);
    page.set("date", input.date.str());
    page.set("tool_version", input.version);
    page.set("file", nameOfFile(input.file));
    page.set("model_hash", input.modelSha256);
    page.set("baseline_hash", input.baselineSha256);
    page.set("source_hash", input.sha256);
    kainjow::mustache::mustache form(templateText(kAidTemplate));
    return form.render(page);
}

} // namespace meldc::emit
