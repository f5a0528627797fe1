#include "golden/shell.h"

#include <gtest/gtest.h>

#include <string>

/// `--stdlib DIR`: the program that is installed takes a changed library without being built again.
namespace meldc::test {

namespace {

constexpr const char* kUnit = "meldcode school \"School\" { soort meldcode  sector po }\n";

constexpr const char* kNorm = R"(
norm A902 "Ingevulde contactgegevens" {
  laag advies
  grond basismodel "contactgegevens" van 2013-07-01
  bij zwijgen geschonden
  eis er is minstens 1 contact waarbij naam is veilig_thuis en telefoon
  bericht nl "het telefoonnummer van Veilig Thuis staat niet in de code"
          en "the phone number of Veilig Thuis is not in the code"
}
dekking basismodel "contactgegevens" { door A902 hoe tekst }
)";

/// The part of a JSON report that says which library it used.
std::string baselineIn(const std::string& json) {
    const std::size_t begin = json.find("\"baseline\"");
    return begin == std::string::npos ? "" : json.substr(begin, json.find('}', begin) - begin);
}

} // namespace

TEST(StdlibProgram, TakesANewNormFromAFolder) {
    const golden::Folder folder;
    folder.write("school.meld", kUnit);
    const std::string copy = "cp -r '" + golden::inSource("stdlib") + "' eigen; ";
    const std::string check = "meldc check school.meld --format json --stdlib eigen";
    const golden::Ran without = folder.run(copy + check);
    EXPECT_EQ(without.exitCode, 1) << without.err;
    EXPECT_EQ(without.out.find("A902"), std::string::npos);

    folder.write("eigen/normen/advies/A902-contactgegevens/norm.meld", kNorm);
    const golden::Ran with = folder.run(check);
    EXPECT_EQ(with.exitCode, 1) << with.err;
    EXPECT_NE(with.out.find("\"A902\""), std::string::npos) << with.out;
    EXPECT_NE(with.out.find("het telefoonnummer van Veilig Thuis staat niet in de code"),
              std::string::npos);
    EXPECT_NE(baselineIn(without.out), baselineIn(with.out));

    // The one that is built in is as it was.
    const golden::Ran builtIn = folder.run("meldc check school.meld --format json");
    EXPECT_EQ(builtIn.out.find("A902"), std::string::npos);
}

TEST(StdlibProgram, BuiltInLibraryIsTheOneOfTheSourceTree) {
    const golden::Folder folder;
    folder.write("school.meld", kUnit);
    const std::string check = "meldc check school.meld --format json";
    const std::string builtIn = baselineIn(folder.run(check).out);
    EXPECT_NE(builtIn, "");
    EXPECT_EQ(builtIn, baselineIn(folder.run(check + " --stdlib '" + golden::inSource("stdlib") + "'").out));
}

TEST(StdlibProgram, AFolderWithoutALibraryIsToldAndExitsWithTwo) {
    const golden::Folder folder;
    folder.write("school.meld", kUnit);
    const golden::Ran ran = folder.run("mkdir leeg; meldc check school.meld --stdlib leeg");
    EXPECT_EQ(ran.exitCode, 2) << ran.err;
    EXPECT_NE(ran.err.find("leeg"), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
}

} // namespace meldc::test
