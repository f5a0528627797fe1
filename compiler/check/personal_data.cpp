#include "check/personal_data.h"

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/phrases.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;

namespace {

bool isDigit(char letter) { return letter >= '0' && letter <= '9'; }

/// The numbers of a text: digits with single blanks, dots, hyphens or brackets between them, and the
/// international prefix as a zero.
std::vector<std::string> numbersIn(std::string_view text) {
    std::vector<std::string> numbers;
    std::string number;
    std::size_t between = 0;
    const auto end = [&] {
        if (!number.empty()) {
            numbers.push_back(std::move(number));
        }
        number.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDigit(text[i])) {
            number += text[i];
            between = 0;
        } else if (number.empty() && text.substr(i, 3) == "+31") {
            number = "0";
            i += 2;
            between = 0;
        } else if (text.substr(i, 3) == "(0)") {
            i += 2;
        } else if (std::string_view(" .-()").find(text[i]) == std::string_view::npos ||
                   ++between > 1) {
            end();
        }
    }
    end();
    return numbers;
}

/// Numbering plan: ten digits that begin with 06, but for 0600 to 0609 (none are mobile) and 066 and
/// 067 (pagers, machines).
bool isMobile(const std::string& number) {
    return number.size() == 10 && number.starts_with("06") && number[2] != '0' &&
           number[2] != '6' && number[2] != '7';
}

/// The check digit of a citizen service number: nine digits, weights 9 to 2 and -1, divisible by 11.
bool isCitizenNumber(const std::string& number) {
    if (number.size() != 9 || number.find_first_not_of('0') == std::string::npos) {
        return false;
    }
    int sum = -(number[8] - '0');
    for (int i = 0; i < 8; ++i) {
        sum += (9 - i) * (number[static_cast<std::size_t>(i)] - '0');
    }
    return sum % 11 == 0;
}

std::optional<Phrase> looksLike(std::string_view text) {
    for (const std::string& number : numbersIn(text)) {
        if (isMobile(number)) {
            return Phrase::LooksLikeMobile;
        }
        if (isCitizenNumber(number)) {
            return Phrase::LooksLikeCitizenNumber;
        }
    }
    return std::nullopt;
}

class PersonalSearch {
public:
    explicit PersonalSearch(const model::Protocol& protocol) : protocol_(protocol) {}

    std::vector<Finding> run() {
        for (const model::TextStatement& each : protocol_.personal) {
            add(make<Diag::PersonalData>(each.origin.span, each.text), each.origin);
        }
        for (const model::RoleDecl& role : protocol_.roles) {
            look(role.label, role.origin);
            for (const std::string& name : role.synonyms) {
                look(name, role.origin);
            }
        }
        for (const model::Contact& contact : protocol_.contacts) {
            look(contact.label, contact.origin);
            look(contact.phone, contact.origin);
        }
        explanations(protocol_.explanations);
        for (const model::Step& step : protocol_.steps) {
            explanations(step.explanations);
        }
        for (const model::Question& question : protocol_.questions) {
            explanations(question.explanations);
        }
        for (const model::Topic& topic : protocol_.topics) {
            explanations(topic.explanations);
        }
        for (const model::Exception& exception : protocol_.exceptions) {
            explanations(exception.explanations);
        }
        return std::move(findings_);
    }

private:
    template <class Explanations> void explanations(const Explanations& all) {
        for (const auto& each : all) {
            look(each.text, each.origin);
        }
    }

    /// The number itself is not told: a report is passed on as well.
    void look(std::string_view text, const model::Origin& origin) {
        if (const auto what = looksLike(text)) {
            add(make<Diag::LooksPersonal>(origin.span, diagnostics::phrase(*what)), origin);
        }
    }

    void add(diagnostics::Diagnostic diagnostic, const model::Origin& origin) {
        if (origin.draft) {
            return;
        }
        Finding finding{std::move(diagnostic)};
        finding.evidence.push_back(origin);
        findings_.push_back(std::move(finding));
    }

    const model::Protocol& protocol_;
    std::vector<Finding> findings_;
};

} // namespace

std::vector<Finding> checkPersonalData(const Subject& subject) {
    return PersonalSearch(subject.protocol).run();
}

} // namespace meldc::check
