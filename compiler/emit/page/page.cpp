#include "emit/page/page.h"

#include "emit/page/data.h"
#include "emit/page/own_template.h"

namespace meldc::emit {

namespace {

constexpr std::string_view kTemplate = "protocol.mustache";
/// Parts that the template uses by name.
constexpr std::string_view kParts[] = {"origin", "origin_line", "duty", "duty_list", "prose"};
constexpr std::string_view kSuffix = ".mustache";

} // namespace

void put(Data& data, const std::string& name, DataList list) {
    data.set("has_" + name, !list.empty());
    data.set(name, std::move(list));
}

void put(Data& data, const std::string& name, const std::string& text) {
    if (text.empty()) {
        data.set(name, false);
    } else {
        data.set(name, text);
    }
}

Data statement(const PageContext& context, const std::string& text, const model::Origin& origin) {
    Data data;
    data.set("text", text);
    put(data, "source", context.words.source(origin));
    DataList marks;
    for (const std::string& mark : context.words.marks(origin)) {
        marks.push_back(Data("mark", mark));
    }
    put(data, "marks", std::move(marks));
    return data;
}

void addParts(Data& data) {
    for (const std::string_view part : kParts) {
        data.set(std::string(part), Data(kainjow::mustache::partial([part] {
                     // A part stands in the middle of a line: without the file's last line feed.
                     std::string text = templateText(std::string(part) + std::string(kSuffix));
                     if (text.ends_with('\n')) {
                         text.pop_back();
                     }
                     return text;
                 })));
    }
}

Data pageData(const BuildInput& input) {
    const model::Protocol& protocol = *input.decider.protocol;
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    const PageContext context{input, protocol, vocabulary, PageWords(vocabulary, protocol),
                              Sentences(*input.decider.library, protocol)};
    Data page;
    page.set("style", templateText(kPageStyle));
    addIdentity(page, context);
    addPeople(page, context);
    addSteps(page, context);
    addQuestions(page, context);
    addRules(page, context);
    addOpenEnds(page, context);
    addVerdicts(page, context);
    addFooter(page, context);
    return page;
}

std::string htmlPage(const BuildInput& input, const OwnTemplate* own) {
    Data page = pageData(input);
    if (own != nullptr) {
        return render(*own, page, input.modelSha256);
    }
    addParts(page);
    kainjow::mustache::mustache form(templateText(kTemplate));
    return form.render(page);
}

} // namespace meldc::emit
