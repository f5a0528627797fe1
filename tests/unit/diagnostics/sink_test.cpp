#include "diagnostics/sink.h"

#include <gtest/gtest.h>

#include <vector>

namespace meldc::diagnostics {
namespace {

using support::Span;

TEST(Sink, LeavesOutEqualDiagnostics) {
    Sink sink;
    EXPECT_TRUE(sink.add(make<Diag::NothingToClose>(Span{1, 4, 5})));
    EXPECT_FALSE(sink.add(make<Diag::NothingToClose>(Span{1, 4, 5})));
    EXPECT_TRUE(sink.add(make<Diag::NothingToClose>(Span{1, 6, 7})));
    EXPECT_TRUE(sink.add(make<Diag::UnknownDocument>(Span{1, 4, 5}, "a")));
    EXPECT_TRUE(sink.add(make<Diag::UnknownDocument>(Span{1, 4, 5}, "b"))) << "another argument";
    EXPECT_EQ(sink.all().size(), 4U);
}

TEST(Sink, SortsByPlaceAndKeepsOrderOfEquals) {
    Sink sink;
    sink.add(make<Diag::UnknownDocument>(Span{2, 0, 1}, "late file"));
    sink.add(make<Diag::UnknownDocument>(Span{1, 9, 10}, "second"));
    sink.add(make<Diag::UnknownDocument>(Span{1, 9, 12}, "third"));
    sink.add(make<Diag::NothingToClose>(Span{1, 9, 10}));
    sink.add(make<Diag::UnknownDocument>(Span{}, "no file"));
    std::vector<std::string> order;
    for (const Diagnostic& one : sink.sorted()) {
        order.push_back(one.args.empty() ? "first" : std::get<std::string>(one.args[0]));
    }
    EXPECT_EQ(order,
              (std::vector<std::string>{"no file", "first", "second", "third", "late file"}));
    EXPECT_EQ(sink.all().front().span.file, 2U) << "all() keeps the order of adding";
}

TEST(Sink, CountsPerSeverity) {
    Sink sink;
    sink.add(make<Diag::TooManyErrors>(Span{1, 0, 0}, 50));
    EXPECT_FALSE(sink.hasErrors());
    sink.add({make<Diag::NothingToClose>(Span{1, 1, 2}),
              make<Diag::NothingToClose>(Span{1, 3, 4}).withSeverity(Severity::Warning)});
    EXPECT_TRUE(sink.hasErrors());
    EXPECT_EQ(sink.count(Severity::Error), 1U);
    EXPECT_EQ(sink.count(Severity::Warning), 1U);
    EXPECT_EQ(sink.count(Severity::Info), 1U);
}

} // namespace
} // namespace meldc::diagnostics
