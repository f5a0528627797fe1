#include "emit/ci/items.h"
#include "emit/ci/reports.h"

#include "diagnostics/phrases.h"
#include "emit/json_parts.h"
#include "emit/xml_text.h"

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace meldc::emit {

namespace {

using support::Language;

class JunitMaker {
public:
    JunitMaker(const CiRun& run, Language language, diagnostics::Severity failOn)
        : run_(run), language_(language), failOn_(failOn) {}

    std::string document() {
        pugi::xml_node declaration = xml_.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        suites_ = xml_.append_child("testsuites");
        suites_.append_attribute("name") = "meldc";
        for (const CiItem& item : run_.items) {
            add(item);
        }
        count();
        std::ostringstream out;
        xml_.save(out, "  ");
        return out.str();
    }

private:
    pugi::xml_node suiteFor(const CiItem& item) {
        const std::string name = shownText(item.suite);
        for (pugi::xml_node suite : suites_.children("testsuite")) {
            if (name == suite.attribute("name").value()) {
                return suite;
            }
        }
        pugi::xml_node suite = suites_.append_child("testsuite");
        suite.append_attribute("name") = name.c_str();
        return suite;
    }

    void add(const CiItem& item) {
        const Entry& entry = item.entry;
        pugi::xml_node suite = suiteFor(item);
        pugi::xml_node test = suite.append_child("testcase");
        test.append_attribute("classname") = suite.attribute("name").value();
        test.append_attribute("name") = shownText(item.name).c_str();
        if (!item.place.file.empty()) {
            test.append_attribute("file") = shownText(item.place.file).c_str();
            test.append_attribute("line") = item.place.line;
        }
        const std::string message =
            shownText(diagnostics::sentence(titled(entry)).in(language_));
        const std::string whole = shownText(paragraphOf(item, language_));
        if (item.isFault() && entry.severity < failOn_) {
            // What does not make the run fail turns no test red.
            test.append_child("system-out").text() = whole.c_str();
        } else if (item.isFault()) {
            pugi::xml_node failure = test.append_child("failure");
            failure.append_attribute("message") = message.c_str();
            failure.append_attribute("type") = std::string(wordOf(entry.severity)).c_str();
            failure.text() = whole.c_str();
        } else if (entry.group == Group::JudgeYourself || entry.group == Group::Waived ||
                   entry.group == Group::NotApplicable) {
            test.append_child("skipped").append_attribute("message") = message.c_str();
        }
    }

    static std::size_t childrenWith(pugi::xml_node suite, const char* name) {
        const auto tests = suite.children("testcase");
        return static_cast<std::size_t>(std::count_if(
            tests.begin(), tests.end(),
            [&](pugi::xml_node test) { return !test.child(name).empty(); }));
    }

    void count() {
        for (pugi::xml_node suite : suites_.children("testsuite")) {
            const auto tests = suite.children("testcase");
            suite.append_attribute("tests") =
                static_cast<unsigned long long>(std::distance(tests.begin(), tests.end()));
            suite.append_attribute("failures") =
                static_cast<unsigned long long>(childrenWith(suite, "failure"));
            suite.append_attribute("errors") = 0;
            suite.append_attribute("skipped") =
                static_cast<unsigned long long>(childrenWith(suite, "skipped"));
        }
    }

    const CiRun& run_;
    Language language_;
    diagnostics::Severity failOn_;
    pugi::xml_document xml_;
    pugi::xml_node suites_;
};

} // namespace

std::string junitReport(const CiRun& run, Language language, diagnostics::Severity failOn) {
    return JunitMaker(run, language, failOn).document();
}

} // namespace meldc::emit
