#include "driver/completion.h"

#include "driver/option_table.h"
#include "driver/option_values.h"
#include "driver/shell_text.h"

#include <map>
#include <string_view>
#include <vector>

namespace meldc::driver {

namespace {

using support::Language;

/// A line of bash that offers files; one a line, since their names may have blanks.
constexpr std::string_view kBashFiles = "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")";

std::string joinedBy(const std::vector<std::string>& words, std::string_view separator) {
    std::string result;
    for (const std::string& word : words) {
        result += (result.empty() ? "" : std::string(separator)) + word;
    }
    return result;
}

std::vector<const OptionRow*> optionsOf(Command command) {
    std::vector<const OptionRow*> rows;
    for (const OptionRow& row : optionRows()) {
        if (row.usedBy(command)) {
            rows.push_back(&row);
        }
    }
    return rows;
}

std::string bashScript() {
    std::vector<std::string> commands;
    std::string options;
    for (const CommandRow& row : commandRows()) {
        commands.emplace_back(row.spelling);
        std::vector<std::string> words;
        for (const OptionRow* option : optionsOf(row.name)) {
            words.push_back(dashed(*option));
        }
        options += "    " + std::string(row.spelling) + ") words=" + shellQuoted(joinedBy(words, " ")) +
                   " ;;\n";
    }
    // What an option takes hangs on the command.
    std::string values;
    for (const CommandRow& row : commandRows()) {
        for (const OptionRow* option : optionsOf(row.name)) {
            if (option->takes == Takes::Flag) {
                continue;
            }
            const std::vector<std::string> words = wordsOf(option->name, row.name);
            values += "    " + shellQuoted(std::string(row.spelling) + " " + dashed(*option)) + ") " +
                      (words.empty() ? std::string(kBashFiles)
                                     : "COMPREPLY=($(compgen -W " + shellQuoted(joinedBy(words, " ")) +
                                           " -- \"$current\"))") +
                      "; return ;;\n";
        }
    }
    return "_meldc() {\n"
           "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" "
           "command=\"${COMP_WORDS[1]}\" words=''\n"
           "  COMPREPLY=()\n"
           "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "    COMPREPLY=($(compgen -W " +
           shellQuoted(joinedBy(commands, " ")) +
           " -- \"$current\"))\n"
           "    return\n"
           "  fi\n"
           "  case \"$command $previous\" in\n" +
           values +
           "  esac\n"
           "  case \"$command\" in\n" +
           options +
           "  esac\n"
           "  if [[ \"$current\" == -* ]]; then\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
           "  else\n"
           "    " + std::string(kBashFiles) + "\n"
           "  fi\n"
           "}\n"
           "complete -o filenames -F _meldc meldc\n";
}

/// Brackets and colons part the pieces of a zsh specification.
std::string zshText(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') {
            result += '\\';
        }
        result += letter;
    }
    return result;
}

std::string zshScript(Language language) {
    std::string commands;
    std::string cases;
    for (const CommandRow& row : commandRows()) {
        commands += "    " + shellQuoted(std::string(row.spelling) + ":" + zshText(row.summary(language))) +
                    "\n";
        cases += "    " + std::string(row.spelling) + ")\n      _arguments \\\n";
        for (const OptionRow* option : optionsOf(row.name)) {
            std::string spec = (option->takes == Takes::Values ? "*" : "") + dashed(*option) + "[" +
                               zshText(option->does(language)) + "]";
            if (option->takes != Takes::Flag) {
                const std::vector<std::string> words = wordsOf(option->name, row.name);
                spec += ":" + zshText(option->value(language)) + ":" +
                        (words.empty() ? "_files" : "(" + joinedBy(words, " ") + ")");
            }
            cases += "        " + shellQuoted(spec) + " \\\n";
        }
        cases += "        '*:file:_files' ;;\n";
    }
    return "#compdef meldc\n"
           "_meldc() {\n"
           "  local -a commands=(\n" +
           commands +
           "  )\n"
           "  if (( CURRENT == 2 )); then\n"
           "    _describe command commands\n"
           "    return\n"
           "  fi\n"
           "  local command=\"$words[2]\"\n"
           "  shift words\n"
           "  (( CURRENT-- ))\n"
           "  case \"$command\" in\n" +
           cases +
           "  esac\n"
           "}\n"
           "if [ \"$funcstack[1]\" = _meldc ]; then _meldc \"$@\"; else compdef _meldc meldc; fi\n";
}

std::string fishScript(Language language) {
    std::string script = "complete -c meldc -e\n";
    for (const CommandRow& row : commandRows()) {
        script += "complete -c meldc -n __fish_use_subcommand -f -a " + std::string(row.spelling) +
                  " -d " + shellQuoted(row.summary(language)) + "\n";
    }
    for (const OptionRow& row : optionRows()) {
        // Commands for which the option takes the same words, together.
        std::map<std::vector<std::string>, std::vector<std::string>> commandsByWords;
        for (const CommandRow& command : commandRows()) {
            if (row.usedBy(command.name)) {
                commandsByWords[wordsOf(row.name, command.name)].emplace_back(command.spelling);
            }
        }
        for (const auto& [words, commands] : commandsByWords) {
            script += "complete -c meldc -n " +
                      shellQuoted("__fish_seen_subcommand_from " + joinedBy(commands, " ")) + " -l " +
                      std::string(row.spelling);
            if (row.takes != Takes::Flag) {
                script += words.empty() ? " -r" : " -x -a " + shellQuoted(joinedBy(words, " "));
            }
            script += " -d " + shellQuoted(row.does(language)) + "\n";
        }
    }
    return script;
}

} // namespace

std::string completionFor(Shell shell, Language language) {
    switch (shell) {
    case Shell::Bash:
        return bashScript();
    case Shell::Zsh:
        return zshScript(language);
    case Shell::Fish:
        break;
    }
    return fishScript(language);
}

} // namespace meldc::driver
