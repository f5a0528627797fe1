#include "driver/answer_memory.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace meldc::driver {
namespace {

TEST(AnswerMemory, KeepsTheFirstAnswer) {
    AnswerMemory memory;
    EXPECT_EQ(memory.find("a"), nullptr);
    Said first{"een", true};
    Said second{"twee", false};
    const auto* kept = memory.keep("a", first);
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(memory.keep("a", second), kept);
    EXPECT_EQ(memory.find("a"), kept);
    EXPECT_EQ(kept->second.tail, "een");
    EXPECT_EQ(second.tail, "twee");
}

TEST(AnswerMemory, TakesNoMoreThanItsBound) {
    AnswerMemory memory(10'000);
    std::size_t kept = 0;
    for (int i = 0; i < 1000; ++i) {
        Said said{std::string(1000, 'x'), true};
        kept += memory.keep(std::to_string(i), said) != nullptr ? 1 : 0;
        // What finds no place is still there for who brought it.
        EXPECT_TRUE(memory.find(std::to_string(i)) != nullptr || said.tail.size() == 1000);
    }
    EXPECT_GE(kept, 5U);
    EXPECT_LE(kept, 9U);
    EXPECT_NE(memory.find("0"), nullptr);
}

TEST(AnswerMemory, ThreadsSeeTheSameAnswer) {
    AnswerMemory memory;
    std::vector<std::vector<const AnswerMemory::Entry*>> seen(4);
    std::vector<std::thread> threads;
    for (auto& mine : seen) {
        threads.emplace_back([&memory, &mine] {
            for (int i = 0; i < 2000; ++i) {
                Said said{std::to_string(i), true};
                mine.push_back(memory.keep(std::to_string(i), said));
            }
        });
    }
    for (std::thread& one : threads) {
        one.join();
    }
    for (const auto& mine : seen) {
        EXPECT_EQ(mine, seen.front());
    }
}

} // namespace
} // namespace meldc::driver
