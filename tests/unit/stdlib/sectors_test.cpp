#include "baseline/sector_law.h"
#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

/// What the library says of sectors, and of law that may come, holds together.
namespace meldc::test {

namespace {

const support::Date kSectorDay{2026, 11, 22};

const model::Library& library() {
    return standardLibrary().library;
}

baseline::SectorLaw lawOf(const std::string& sector, const support::Date& date = kSectorDay) {
    const model::ConceptId id = library().findSector(sector);
    EXPECT_TRUE(id.isValid()) << sector;
    return baseline::sectorLaw(library(), id, date);
}

/// The sources of the articles in force that oblige the sector.
std::vector<std::string> actsOf(const std::string& sector, const support::Date& date = kSectorDay) {
    std::vector<std::string> acts;
    for (const baseline::Statute& each : lawOf(sector, date).statutes) {
        if (each.ground.inForce) {
            acts.push_back(library().vocabulary[each.ground.source].name);
        }
    }
    return acts;
}

std::vector<std::string> idsOf(const std::vector<const model::Norm*>& norms) {
    std::vector<std::string> ids;
    for (const model::Norm* norm : norms) {
        ids.push_back(norm->id);
    }
    return ids;
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

using Names = std::vector<std::string>;

} // namespace

/// The acts that the sectors' duties stand in.
TEST(StdlibSectors, AreObligedByTheirOwnActs) {
    const std::map<std::string, Names> expected{
        {"po", {"wpo"}},
        {"so", {"wec"}},
        {"vo", {"wvo_2020"}},
        {"mbo", {"web"}},
        {"ho", {"whw"}},
        {"leerplicht", {"leerplichtwet", "leerplichtwet"}},
        {"kinderopvang", {"wko"}},
        {"gastouderopvang", {"wko"}},
        {"zorg", {"wkkgz"}},
        {"zorg_solo", {"wet_big"}},
        {"jeugd", {"jeugdwet"}},
        {"wmo", {"wmo_2015"}},
        {"ggd", {"wpg"}},
        {"justitie", {"pbw", "wet_coa", "reclasseringsregeling", "regeling_halt"}},
        {"gevangeniswezen", {"pbw"}},
        {"coa", {"wet_coa"}},
        {"reclassering", {"reclasseringsregeling"}},
        {"halt", {"regeling_halt", "regeling_halt"}},
    };
    std::size_t sectors = 0;
    for (const model::Concept& each : library().vocabulary.concepts) {
        if (each.kind != model::ConceptKind::Sector) {
            continue;
        }
        ++sectors;
        ASSERT_TRUE(expected.contains(each.name)) << each.name;
        EXPECT_EQ(actsOf(each.name), expected.at(each.name)) << each.name;
    }
    EXPECT_EQ(sectors, expected.size());
}

TEST(StdlibSectors, TheActOfSecondarySchoolsChangedInAugust2022) {
    EXPECT_EQ(actsOf("vo", {2022, 7, 31}), Names{"wvo"});
    EXPECT_EQ(actsOf("vo", {2022, 8, 1}), Names{"wvo_2020"});
    EXPECT_EQ(actsOf("zorg", {2015, 12, 31}), Names{"kwaliteitswet_zorg"});
    EXPECT_EQ(actsOf("jeugd", {2014, 12, 31}), Names{"wet_op_de_jeugdzorg"});
}

TEST(StdlibSectors, EachIsSupervisedAndSaysHowThatIsKnown) {
    for (const model::SectorProfile& profile : library().sectors) {
        const std::string& name = library().vocabulary[profile.sector].name;
        const auto law = lawOf(name);
        EXPECT_EQ(law.supervisors.size(), 1U) << name;
        EXPECT_FALSE(profile.authority.isEmpty()) << name;
        for (const model::Supervision& each : profile.supervision) {
            EXPECT_TRUE(each.source.isValid() || each.status.has_value()) << name << ": known from where?";
        }
    }
    const auto supervisor = [](const std::string& sector, const support::Date& date) {
        return library().vocabulary[lawOf(sector, date).supervisors.at(0).written->party].name;
    };
    EXPECT_EQ(supervisor("jeugd", {2017, 9, 30}), "inspectie_jeugdzorg");
    EXPECT_EQ(supervisor("jeugd", {2017, 10, 1}), "inspectie_zorg");
    // No article was found for higher education: known from memory only.
    EXPECT_EQ(lawOf("ho").supervisors.at(0).status, model::TextStatus::Recalled);
    EXPECT_EQ(lawOf("po").supervisors.at(0).status, model::TextStatus::Read);
}

TEST(StdlibSectors, ChildcareDiffersInItsNorms) {
    const auto law = lawOf("kinderopvang");
    const Names special = idsOf(law.special);
    const Names elsewhere = idsOf(law.elsewhere);
    EXPECT_TRUE(contains(special, "R8"));
    for (const char* id : {"R7", "R17", "R18", "R24", "R26", "R27", "R28", "R29"}) {
        EXPECT_TRUE(contains(elsewhere, id)) << id;
    }
    const Names hostParent = idsOf(lawOf("gastouder").special);
    EXPECT_TRUE(contains(hostParent, "R26"));
    EXPECT_TRUE(contains(idsOf(lawOf("gastouder").elsewhere), "R15"));
    EXPECT_FALSE(contains(idsOf(lawOf("po").elsewhere), "R7"));
}

TEST(StdlibSectors, FrameworksAreThoseOfTheSector) {
    const auto names = [](const std::string& sector) {
        Names all;
        for (const model::FrameworkDecl* each : lawOf(sector).frameworks) {
            all.push_back(each->name);
        }
        return all;
    };
    EXPECT_TRUE(contains(names("po"), "onderwijs_2018"));
    EXPECT_FALSE(contains(names("po"), "knmg"));
    EXPECT_TRUE(contains(names("zorg"), "knmg"));
    EXPECT_TRUE(contains(names("kinderopvang"), "kinderopvang_2018"));
    // None was found for justice, and none is made up.
    EXPECT_EQ(names("justitie"), Names{"basis_vws"});
}

/// Law that may come is told while it is ahead, and nothing more.
TEST(StdlibOutlooks, AreAheadFromWhenTheyAreKnown) {
    ASSERT_GE(library().outlooks.size(), 5U);
    const auto titles = [](const std::string& sector, const support::Date& date) {
        Names all;
        for (const model::Outlook* each : lawOf(sector, date).outlooks) {
            all.push_back(library().vocabulary[each->source].name);
        }
        return all;
    };
    EXPECT_EQ(titles("po", {2018, 12, 31}), Names{});
    EXPECT_TRUE(contains(titles("po", kSectorDay), "jeugdwet"));
    EXPECT_TRUE(contains(titles("po", kSectorDay), "voorstel_vrij_en_veilig_onderwijs"));
    EXPECT_FALSE(contains(titles("kinderopvang", kSectorDay), "jeugdwet")) << "childcare has no referral index";
    EXPECT_TRUE(contains(titles("kinderopvang", kSectorDay), "kader_kinderopvang"));
    for (const model::Outlook& each : library().outlooks) {
        EXPECT_NE(each.status, model::TextStatus::Read) << "law that was read is a state of its source";
        EXPECT_TRUE(each.known.from.has_value());
    }
}

TEST(StdlibOutlooks, ASourceThatHoldsNothingYetIsNoGround) {
    for (const model::Norm& norm : library().norms) {
        for (const model::Ground& ground : norm.grounds) {
            EXPECT_FALSE(library().vocabulary[ground.source].states.empty()) << norm.id;
        }
    }
}

} // namespace meldc::test
