#include "mutants.h"

#include <functional>
#include <set>

#include "changes.h"
#include "syntax/printer.h"

namespace meldc::mutation {

using syntax::Document;
using syntax::Statement;

namespace {

/// The first line of a statement, without the brace of its block.
std::string lineOf(const Statement& statement) {
    std::string line = syntax::print(statement);
    line = line.substr(0, line.find('\n'));
    for (const char* end : {" {}", " { }", " {"}) {
        if (line.ends_with(end)) {
            line.resize(line.size() - std::string(end).size());
        }
    }
    return line;
}

class Maker {
public:
    explicit Maker(const Document& document)
        : document_(document), names_(namesOf(document.units[0].block)) {}

    std::vector<Mutant> run() {
        visit(document_.units[0].block, "", [](Document& copy) -> std::vector<Statement>& {
            return copy.units[0].block;
        });
        return std::move(mutants_);
    }

private:
    /// Finds the same list of statements in a copy of the document.
    using FindList = std::function<std::vector<Statement>&(Document&)>;

    void visit(const std::vector<Statement>& statements, const std::string& block,
               const FindList& find) {
        for (std::size_t index = 0; index < statements.size(); ++index) {
            const auto& statement = statements[index];
            const auto line = lineOf(statement);
            for (const auto& change : changesOf(statement, names_)) {
                const auto now = change.statement ? lineOf(*change.statement) : "(nothing)";
                const auto name = line + " => " + now + (block.empty() ? "" : " in " + block);
                // What cannot be seen in print is no mutant.
                if (now == line || !seen_.insert(name).second) {
                    continue;
                }
                Mutant mutant{change.kind, name, document_};
                auto& list = find(mutant.document);
                if (change.statement) {
                    list[index] = *change.statement;
                } else {
                    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
                }
                mutants_.push_back(std::move(mutant));
            }
            visit(statement.block, line, [&find, index](Document& copy) -> std::vector<Statement>& {
                return find(copy)[index].block;
            });
        }
    }

    const Document& document_;
    Names names_;
    std::set<std::string> seen_;
    std::vector<Mutant> mutants_;
};

} // namespace

std::vector<Mutant> mutantsOf(const Document& document) {
    return Maker(document).run();
}

} // namespace meldc::mutation
