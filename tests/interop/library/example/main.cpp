// What a program does with libmeldc: compile a protocol, hold it against the norms of a day, answer cases.
//
// usage: example verdicts PROTOCOL DAY             one line for each norm
//        example findings PROTOCOL DAY             one line for each fault of the protocol itself
//        example report PROTOCOL DAY               all of that, as JSON
//        example answer PROTOCOL DAY <cases        cases as `meldc decide --cases` reads them, over four threads
//        example facts PROTOCOL DAY <cases         cases as "fact yes other no", each answered with names of facts

#include <meldc/meldc.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

void tell(const std::vector<meldc::Message>& messages) {
    for (const meldc::Message& message : messages) {
        for (const meldc::Place& place : message.places) {
            std::cerr << place.file << ":" << place.line << ":" << place.column << ": ";
        }
        std::cerr << message.id << " " << message.text << "\n";
    }
}

const char* word(meldc::Verdict verdict) {
    switch (verdict) {
    case meldc::Verdict::Satisfied:
        return "satisfied";
    case meldc::Verdict::Violated:
        return "violated";
    case meldc::Verdict::Contradicted:
        return "contradicted";
    case meldc::Verdict::Open:
        return "open";
    case meldc::Verdict::NotApplicable:
        return "not-applicable";
    case meldc::Verdict::Waived:
        return "waived";
    }
    return "";
}

const char* word(meldc::Layer layer) {
    constexpr const char* kWords[] = {"law", "norm", "house", "advice"};
    return kWords[static_cast<std::size_t>(layer)];
}

const char* word(meldc::Severity severity) {
    constexpr const char* kWords[] = {"info", "warning", "error"};
    return kWords[static_cast<std::size_t>(severity)];
}

std::string told(const std::vector<meldc::Place>& places) {
    std::string text;
    for (const meldc::Place& place : places) {
        text += text.empty() ? "" : " ";
        text += std::to_string(place.line);
        text += ":";
        text += std::to_string(place.column);
    }
    return text;
}

std::vector<std::string> linesOfInput() {
    std::vector<std::string> lines;
    for (std::string line; std::getline(std::cin, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// One decider for all threads: it does not change.
void answer(const meldc::Decider& decider) {
    constexpr std::size_t kThreads = 4;
    const std::vector<std::string> lines = linesOfInput();
    std::vector<std::string> answers(lines.size());
    std::vector<std::thread> threads;
    for (std::size_t first = 0; first < kThreads; ++first) {
        threads.emplace_back([&, first] {
            for (std::size_t i = first; i < lines.size(); i += kThreads) {
                answers[i] = decider.decideLine(lines[i]);
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& one : answers) {
        std::cout << one;
    }
}

bool answerFacts(const meldc::Decider& decider) {
    for (const std::string& line : linesOfInput()) {
        std::istringstream words(line);
        std::vector<std::string> names;
        std::vector<meldc::Answer> values;
        for (std::string name, value; words >> name >> value;) {
            names.push_back(name);
            values.push_back(value == "yes"  ? meldc::Answer::Yes
                             : value == "no" ? meldc::Answer::No
                                             : meldc::Answer::Doubt);
        }
        std::vector<meldc::Fact> facts;
        for (std::size_t i = 0; i < names.size(); ++i) {
            facts.push_back({names[i], values[i]});
        }
        const meldc::Result<meldc::Decision> decision = decider.decide(facts);
        if (!decision) {
            tell(decision.messages());
            return false;
        }
        const auto write = [](const char* label, const std::vector<std::string>& list) {
            std::cout << label << "=";
            for (const std::string& one : list) {
                std::cout << one << ",";
            }
            std::cout << " ";
        };
        write("must", decision->consequences);
        write("may", decision->allowed);
        write("not", decision->forbidden);
        write("grounds", decision->grounds);
        write("conflicts", decision->conflicts);
        std::cout << "undetermined=" << decision->undetermined << " deferred=" << decision->deferred
                  << " next=" << (decision->next ? decision->next->fact : "") << " path=";
        for (const meldc::Step& step : decision->path) {
            const char* answer = step.answer == meldc::Answer::Yes  ? "yes"
                                 : step.answer == meldc::Answer::No ? "no"
                                                                    : "doubt";
            std::cout << step.question << ":" << answer << ":" << step.place.line << ",";
        }
        std::cout << " readings=" << decision->readings.size() << "\n";
    }
    return true;
}

} // namespace

int main(int count, char** arguments) {
    int year = 0;
    unsigned month = 0;
    unsigned date = 0;
    if (count != 4 || std::sscanf(arguments[3], "%d-%u-%u", &year, &month, &date) != 3) {
        std::cerr << "usage: example verdicts|findings|report|answer|facts PROTOCOL YYYY-MM-DD\n";
        return 2;
    }
    const std::string wanted = arguments[1];
    const std::chrono::year_month_day day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{date}};

    const meldc::Result<meldc::Compiler> compiler = meldc::Compiler::make({meldc::Language::English, {}});
    if (!compiler) {
        tell(compiler.messages());
        return 2;
    }
    const meldc::Compilation compiled = compiler->compileFile(arguments[2]);
    tell(compiled.messages);
    if (compiled.protocols.size() != 1) {
        return 2;
    }
    const meldc::Protocol& protocol = compiled.protocols.front();
    if (wanted == "answer" || wanted == "facts") {
        const meldc::Result<meldc::Decider> decider = protocol.decider(day);
        if (!decider) {
            tell(decider.messages());
            return 2;
        }
        if (wanted == "answer") {
            answer(*decider);
            return 0;
        }
        return answerFacts(*decider) ? 0 : 2;
    }
    const meldc::Result<meldc::Check> check = protocol.check(day);
    if (!check) {
        tell(check.messages());
        return 2;
    }
    if (wanted == "report") {
        std::cout << check->json;
    } else if (wanted == "verdicts") {
        for (const meldc::NormVerdict& one : check->norms) {
            std::cout << one.norm << "\t" << word(one.layer) << "\t" << word(one.verdict) << "\t"
                      << word(one.severity) << "\t" << one.reason << "\t" << told(one.places) << "\n";
        }
    } else {
        for (const meldc::Message& one : check->findings) {
            std::cout << one.id << "\t" << word(one.severity) << "\t" << one.text << "\t" << told(one.places) << "\n";
        }
    }
    return 0;
}
