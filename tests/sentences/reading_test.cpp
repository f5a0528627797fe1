// The sentences of real codes: every statement has one, each names what the statement names, and the
// reading list that people have read aloud is what the program makes.

#include "model/statements.h"
#include "sentences/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace meldc::test {
namespace {

constexpr const char* kPolicies[] = {"de-meent", "innovo",   "model-kinderopvang", "model-po",
                                     "model-so", "model-vo", "model-zorg",         "pro8",
                                     "rbcz",     "voorbeeld", "zorgaanbieder"};

/// Policies of which someone has read every sentence; the list stands beside them. To renew one:
/// run with MELDC_RENEW_LISTS=1, and read what changed.
constexpr const char* kRead[] = {"innovo", "pro8", "model-po"};

std::string pathOfList(const std::string& name) {
    return std::string(MELDC_SOURCE_DIR) + "/policies/" + name + "/zinnen.txt";
}

TEST(ReadingList, IsWhatPeopleHaveRead) {
    for (const std::string name : kRead) {
        const std::string made = Resolved::policy(name).list();
        if (std::getenv("MELDC_RENEW_LISTS") != nullptr) {
            std::ofstream(pathOfList(name), std::ios::binary) << made;
        }
        std::ifstream stream(pathOfList(name), std::ios::binary);
        const std::string kept{std::istreambuf_iterator<char>(stream), {}};
        EXPECT_EQ(made, kept) << name;
    }
}

TEST(ReadingList, HasASentenceForEveryStatement) {
    for (const std::string name : kPolicies) {
        const Resolved policy = Resolved::policy(name);
        ASSERT_TRUE(policy.compiles()) << name;
        std::set<const model::Origin*> told;
        const std::vector<emit::Sentence> sentences = policy.sentences();
        for (const emit::Sentence& each : sentences) {
            told.insert(each.origin);
        }
        std::size_t statements = 0;
        model::forEachOrigin(policy.protocol(), [&](const model::Origin& origin) {
            ++statements;
            EXPECT_TRUE(told.contains(&origin)) << name << ", byte " << origin.span.begin;
        });
        EXPECT_EQ(statements, told.size()) << name;
        EXPECT_GT(statements, 10U) << name;
    }
}

/// Whether the verb has a form made for this object alone, which need not name it.
bool hasOwnForm(const model::Concept& action, const model::Ref& object) {
    return object.kind == model::Ref::Kind::Concept &&
           std::any_of(action.verbs.begin(), action.verbs.end(), [&](const model::VerbForm& form) {
               return !form.hasObject() && std::find(form.objects.begin(), form.objects.end(),
                                                     model::ConceptId{object.index}) != form.objects.end();
           });
}

class DutyNames {
public:
    explicit DutyNames(const Resolved& policy)
        : policy_(policy), sentences_(policy.library(), policy.protocol()) {}

    void look(const model::Task& task) {
        const std::string text = sentences_.of(task);
        const model::Vocabulary& vocabulary = policy_.library().vocabulary;
        for (const auto* refs : {&task.in, &task.with, &task.to, &task.about}) {
            for (const model::Ref& ref : *refs) {
                EXPECT_TRUE(names(text, ref)) << text << " lacks " << sentences_.nouns().of(ref).text;
            }
        }
        for (const model::Ref& ref : task.actor.who) {
            EXPECT_TRUE(names(text, ref) || (task.modality == model::Modality::MayNot && saysNobody(text, ref)))
                << text << " lacks " << sentences_.nouns().of(ref).text;
        }
        for (const model::Ref& ref : task.objects) {
            EXPECT_TRUE(hasOwnForm(vocabulary[task.action], ref) || names(text, ref))
                << text << " lacks " << sentences_.nouns().of(ref).text;
        }
        std::vector<std::string> words = task.openTerms;
        if (task.condition) {
            for (std::string& each : model::openTermsOf(*task.condition)) {
                words.push_back(std::move(each));
            }
            for (const model::FactId fact : model::factsOf(*task.condition)) {
                EXPECT_TRUE(names(text, vocabulary[fact])) << text << " lacks " << vocabulary.nameOf(fact);
            }
        }
        if (!task.actor.openTerm.empty()) {
            words.push_back(task.actor.openTerm);
        }
        for (const std::string& each : words) {
            EXPECT_NE(text.find(each), std::string::npos) << text << " lacks " << each;
        }
    }

private:
    [[nodiscard]] bool names(const std::string& text, const model::Ref& ref) const {
        const std::string name = sentences_.nouns().of(ref).text;
        return text.find(name) != std::string::npos ||
               text.find(emit::capital(name)) != std::string::npos;
    }

    /// "Geen medewerker" denies "elke medewerker".
    [[nodiscard]] bool saysNobody(const std::string& text, const model::Ref& ref) const {
        const std::string name = sentences_.nouns().of(ref).text;
        const std::string every = "elke ";
        return name.starts_with(every) && (text.find("geen " + name.substr(every.size())) != std::string::npos ||
                                           text.find("Geen " + name.substr(every.size())) != std::string::npos);
    }

    static bool names(const std::string& text, const model::Fact& fact) {
        return std::any_of(std::begin(kAnswers), std::end(kAnswers), [&](model::Answer answer) {
            return !fact.clause(answer).empty() && text.find(fact.clause(answer)) != std::string::npos;
        });
    }

    static constexpr model::Answer kAnswers[] = {model::Answer::Yes, model::Answer::No,
                                                 model::Answer::Doubt};
    const Resolved& policy_;
    emit::Sentences sentences_;
};

TEST(ReadingList, DutiesNameAllThatTheyAreAbout) {
    for (const std::string name : kPolicies) {
        const Resolved policy = Resolved::policy(name);
        DutyNames look(policy);
        for (const model::Task& task : policy.protocol().tasks) {
            look.look(task);
        }
    }
}

/// What every sentence is, whatever it says.
TEST(ReadingList, IsMadeOfWholeSentences) {
    for (const std::string name : kPolicies) {
        const Resolved policy = Resolved::policy(name);
        for (const emit::Sentence& each : policy.sentences()) {
            ASSERT_FALSE(each.text.empty()) << name;
            if (each.isOwnProse) {
                continue;
            }
            for (const std::string_view wrong : {"  ", " .", " ,", ",,", "..", "()", "{", "}", ",."}) {
                EXPECT_EQ(each.text.find(wrong), std::string::npos) << each.text;
            }
            EXPECT_FALSE(each.text.front() >= 'a' && each.text.front() <= 'z') << each.text;
        }
    }
}

} // namespace
} // namespace meldc::test
