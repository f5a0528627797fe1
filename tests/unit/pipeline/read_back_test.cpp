// What the emitters write of real protocols is read back as the same, and any change of what carries meaning is
// noticed: each value, name, cell and line is changed in turn.

#include "emit/tables/read/files.h"

#include <gtest/gtest.h>

#include "emit/tables/bpmn.h"
#include "emit/tables/cpp.h"
#include "emit/tables/csv.h"
#include "emit/tables/dmn.h"
#include "emit/tables/flow.h"
#include "emit/tables/jdm.h"
#include "emit/tables/json.h"
#include "emit/tables/read/process.h"
#include "emit/tables/sql.h"
#include "emit/tables/vectors.h"
#include "pipeline/unit_reader.h"
#include "sanitized.h"
#include "written_atoms.h"

#include <algorithm>
#include <functional>

namespace meldc::pipeline {
namespace {

using emit::ReadDifference;
using test::Atom;

const support::Date kDay{2026, 3, 1};
/// Most changes that are tried of one file.
constexpr std::size_t kMostChanges = test::kIsSanitized ? 40 : 250;

/// A protocol of policies/ with its tables.
struct Written {
    support::SourceMap sources;
    diagnostics::Sink sink;
    std::optional<LoadedLibrary> library;
    std::optional<LoadedUnit> unit;
    std::optional<Analysis> analysis;
    emit::BuildInput input;
    std::optional<emit::PortableDecision> portable;
    std::optional<std::vector<emit::WorldTable>> readings;

    explicit Written(const std::string& policy) {
        library = readLibrary(sources, {}, sink);
        UnitReader reader(sources, *library, kDay);
        unit = reader.read(std::string(MELDC_SOURCE_DIR) + "/policies/" + policy + "/protocol.meld");
        const model::Protocol& protocol = *unit->protocols.front();
        const model::Library& known = unit->program->library;
        analysis = analyse(known.vocabulary, protocol);
        input.sources = &sources;
        input.version = "1.2.3";
        input.date = kDay;
        input.baselineSha256 = std::string(64, 'b');
        input.modelSha256 = std::string(32, 'a') + std::string(32, 'c');
        input.file = unit->path;
        input.sha256 = unit->sha256;
        input.decider = deciderOf(known, *analysis, kDay);
        portable = emit::portableOf(input);
        readings = emit::worldTablesOf(input);
    }
};

Written& written(const std::string& policy) {
    static std::map<std::string, std::unique_ptr<Written>> all;
    auto& one = all[policy];
    if (!one) {
        one = std::make_unique<Written>(policy);
    }
    return *one;
}

using Reader = std::function<std::optional<ReadDifference>(const std::string&)>;

/// The text is read as the same; with any of these changed it is not.
void expectEachNoticed(const std::string& text, const std::vector<Atom>& atoms, const Reader& difference) {
    if (const auto one = difference(text)) {
        FAIL() << one->place << ": " << one->found << " / " << one->wanted;
    }
    ASSERT_GE(atoms.size(), std::min<std::size_t>(30, kMostChanges / 4));
    const std::size_t stride = std::max<std::size_t>(1, atoms.size() / kMostChanges);
    std::size_t missed = 0;
    for (std::size_t i = 0; i < atoms.size(); i += stride) {
        // Another that stands in the same kind of place, else one that stands nowhere.
        std::string other = atoms[i].text + "x";
        for (std::size_t step = 1; step < atoms.size(); ++step) {
            const Atom& each = atoms[(i + step * 7) % atoms.size()];
            if (each.kind == atoms[i].kind && each.text != atoms[i].text) {
                other = each.text;
                break;
            }
        }
        for (const std::string& instead : {other, std::string()}) {
            std::string changed = text;
            changed.replace(atoms[i].at, atoms[i].text.size(), instead);
            if (changed != text && !difference(changed) && ++missed < 10) {
                ADD_FAILURE() << atoms[i].kind << " '" << atoms[i].text << "' at " << atoms[i].at << " became '"
                              << instead << "' unnoticed: "
                              << text.substr(atoms[i].at - std::min<std::size_t>(atoms[i].at, 60), 160);
            }
        }
    }
    EXPECT_EQ(missed, 0U);
}

class ReadBack : public ::testing::TestWithParam<const char*> {
protected:
    Written& one_ = written(GetParam());
    const emit::BuildInput& input_ = one_.input;
    const emit::PortableDecision& portable_ = *one_.portable;
};

INSTANTIATE_TEST_SUITE_P(Policies, ReadBack, ::testing::Values("pro8", "voorbeeld"),
                         [](const auto& given) { return std::string(given.param); });

TEST_P(ReadBack, Sql) {
    const std::string text = emit::rulingSql(portable_);
    const Reader difference = [&](const std::string& sql) { return emit::differenceInSql(portable_, sql); };
    expectEachNoticed(text, test::programAtoms(text, "--", '\''), difference);
    expectEachNoticed(text, test::lineAtoms(text, "--"), difference);
}

TEST_P(ReadBack, Cpp) {
    const std::string text = emit::rulingCpp(input_, portable_);
    const Reader difference = [&](const std::string& header) {
        return emit::differenceInCpp(input_, portable_, header);
    };
    expectEachNoticed(text, test::programAtoms(text, "//", '"'), difference);
    expectEachNoticed(text, test::lineAtoms(text, "//"), difference);
}

TEST_P(ReadBack, Csv) {
    const std::string text = emit::rulingCsv(input_, portable_);
    const Reader difference = [&](const std::string& csv) { return emit::differenceInCsv(input_, portable_, csv); };
    expectEachNoticed(text, test::cellAtoms(text), difference);
}

TEST_P(ReadBack, Dmn) {
    const std::string text = emit::rulingDmn(input_, portable_);
    const Reader difference = [&](const std::string& dmn) { return emit::differenceInDmn(input_, portable_, dmn); };
    expectEachNoticed(text, test::xmlAtoms(text), difference);
}

TEST_P(ReadBack, Jdm) {
    const std::string text = emit::rulingJdm(input_, portable_);
    const Reader difference = [&](const std::string& jdm) { return emit::differenceInJdm(input_, portable_, jdm); };
    expectEachNoticed(text, test::jsonAtoms(text), difference);
}

TEST_P(ReadBack, Json) {
    const std::string text = emit::tableJson(input_, *one_.readings);
    const Reader difference = [&](const std::string& json) {
        return emit::differenceInJson(input_, *one_.readings, json);
    };
    expectEachNoticed(text, test::jsonAtoms(text), difference);
}

TEST_P(ReadBack, Bpmn) {
    const std::string text = *emit::processBpmn(input_);
    const Reader difference = [&](const std::string& bpmn) { return emit::differenceInBpmn(input_, bpmn); };
    expectEachNoticed(text, test::xmlAtoms(text), difference);
}

TEST_P(ReadBack, Vectors) {
    const std::string text = *emit::rulingVectors(input_, portable_);
    const Reader difference = [&](const std::string& json) {
        return emit::differenceInVectors(input_, portable_, json);
    };
    std::vector<Atom> atoms = test::jsonAtoms(text);
    // Every case is walked in every world for each change.
    test::keepSome(atoms, kMostChanges / 2);
    expectEachNoticed(text, atoms, difference);
}

TEST_P(ReadBack, Tck) {
    const std::string text = *emit::rulingTck(portable_, "file.dmn");
    const Reader difference = [&](const std::string& xml) {
        return emit::differenceInTck(input_, portable_, "file.dmn", xml);
    };
    std::vector<Atom> atoms = test::xmlAtoms(text);
    test::keepSome(atoms, kMostChanges / 2);
    expectEachNoticed(text, atoms, difference);
}

/// Tables that are wrong make cases that are wrong: the model says so.
TEST_P(ReadBack, CasesOfWrongTablesAreNoticed) {
    const std::string right = *emit::rulingVectors(input_, portable_);
    std::size_t tried = 0;
    for (std::size_t table = 0; table < portable_.tables.size(); table += test::kIsSanitized ? 7 : 1) {
        emit::PortableDecision wrong = portable_;
        emit::PortableTable::Row& row = wrong.tables[table].rows.back();
        row.value = (row.value + 1) % wrong.tables[table].values.size();
        const std::string vectors = *emit::rulingVectors(input_, wrong);
        if (vectors == right) {
            continue;
        }
        ++tried;
        EXPECT_TRUE(emit::differenceInVectors(input_, wrong, vectors)) << wrong.tables[table].id;
        if (wrong.tables[table].kind != emit::PortableKind::Ground) {
            EXPECT_TRUE(emit::differenceInTck(input_, wrong, "m", *emit::rulingTck(wrong, "m")))
                << wrong.tables[table].id;
        }
    }
    EXPECT_GT(tried, 1U);
}

/// A flow that is wrong makes a process that is wrong: the questions say so.
TEST_P(ReadBack, ProcessOfAWrongFlowIsNoticed) {
    const model::Library& library = *input_.decider.library;
    const model::Protocol& world = input_.decider.selected->front();
    const emit::Flow flow = emit::flowOf(library, world);
    const auto differs = [&](const emit::Flow& of) {
        emit::Process process;
        for (const emit::FlowNode& node : of.nodes) {
            const bool isTask = node.kind == emit::FlowKind::Step || node.kind == emit::FlowKind::Effect;
            process.places[node.id] = {isTask                                ? "bpmn:task"
                                       : node.kind == emit::FlowKind::Start ? "bpmn:startEvent"
                                       : node.kind == emit::FlowKind::End   ? "bpmn:endEvent"
                                                                            : "bpmn:exclusiveGateway",
                                       node.label};
        }
        for (const emit::FlowEdge& edge : of.edges) {
            process.ways[of.nodes[edge.from].id].push_back({edge.answer, of.nodes[edge.to].id});
        }
        return emit::differenceInProcess(library.vocabulary, world, process).has_value();
    };
    EXPECT_FALSE(differs(flow));
    std::size_t tried = 0;
    for (std::size_t i = 0; i < flow.edges.size(); ++i) {
        if (flow.edges[i].answer.empty()) {
            continue;
        }
        for (std::size_t to = 0; to < flow.nodes.size(); ++to) {
            const emit::FlowNode& node = flow.nodes[to];
            const bool isQuestion = node.kind == emit::FlowKind::Question;
            if (isQuestion && flow.edges[i].to != to) {
                emit::Flow wrong = flow;
                wrong.edges[i].to = to;
                // Through the place where ways come together it is the same way.
                const auto& through = flow.nodes[flow.edges[i].to];
                const bool isSame = through.kind == emit::FlowKind::Merge && through.id == "merge_" + node.id;
                tried += isSame ? 0 : 1;
                EXPECT_NE(differs(wrong), isSame) << flow.nodes[flow.edges[i].from].label << " "
                                                  << flow.edges[i].answer << " to " << node.label;
            }
        }
    }
    const auto questions = std::count_if(flow.nodes.begin(), flow.nodes.end(), [](const emit::FlowNode& node) {
        return node.kind == emit::FlowKind::Question;
    });
    EXPECT_GE(tried, questions > 1 ? 4U : 0U);
}

} // namespace
} // namespace meldc::pipeline
