#pragma once

#include "meldc/meldc.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace meldc {

using namespace std::chrono_literals;

inline constexpr std::chrono::year_month_day kDay = 2026y / 3 / 1;

/// A protocol with one question, over three facts.
inline constexpr std::string_view kSchool = R"(meldcode de_linde "De Linde" {
  soort meldcode
  sector po
  stap 4 "Wegen" {
    wettelijke stap wegen
    afwegingskader {
      vraag 1 "Is er een vermoeden?" {
        antwoord ja als vermoeden
        bij ja      vraag 2
        bij nee     afsluiten
        bij twijfel advies_veilig_thuis
      }
      vraag 2 "Is iemand nu in gevaar?" {
        antwoord ja als acute_onveiligheid
        bij ja      melden
        bij nee     hulp
        bij twijfel melden
      }
    }
  }
}
)";

/// Reading the library takes longest: once for all tests.
inline const Compiler& compiler() {
    static const Result<Compiler> kCompiler = Compiler::make({Language::English, {}});
    return *kCompiler;
}

inline Compilation compiled(std::string_view text) {
    const Text one{"linde.meld", text};
    return compiler().compileTexts({&one, 1});
}

/// The protocol of a text that compiles.
inline Protocol protocolOf(std::string_view text) {
    const Compilation result = compiled(text);
    EXPECT_EQ(result.protocols.size(), 1U) << (result.messages.empty() ? "" : result.messages.front().text);
    return result.protocols.at(0);
}

inline std::vector<std::string> idsOf(const std::vector<Message>& messages) {
    std::vector<std::string> ids;
    for (const Message& message : messages) {
        ids.push_back(message.id);
    }
    return ids;
}

} // namespace meldc
