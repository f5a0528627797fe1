import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The cases of a protocol and what is expected of each, as tests/interop/tables/space.cjs wrote them. */
final class Space {
    /** What is expected of a case; names of consequences. */
    private record Expected(Set<String> must, Set<String> may, Set<String> open, Set<String> mayNot,
                            String undetermined, String deferred) {}

    private final List<String> facts;
    private final List<List<String>> cases = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    /** The file with the tables. */
    final Path dmn;

    Space(Path folder) throws IOException {
        final List<String> lines = Files.readAllLines(folder.resolve("cases.csv"));
        facts = cells(lines.get(0));
        for (final String line : lines.subList(1, lines.size())) {
            cases.add(cells(line));
        }
        for (final String line : Files.readAllLines(folder.resolve("expected.tsv"))) {
            final String[] parts = line.split("\t", -1);
            expected.add(new Expected(names(parts[1]), names(parts[2]), names(parts[3]), names(parts[4]), parts[5], parts[6]));
        }
        if (cases.isEmpty() || cases.size() != expected.size()) {
            throw new IOException(folder + ": " + cases.size() + " cases, " + expected.size() + " expectations");
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.dmn")) {
            dmn = found.iterator().next();
        }
    }

    /** Behind the number of the case. */
    private static List<String> cells(String line) {
        final List<String> all = Arrays.asList(line.split(","));
        return all.subList(1, all.size());
    }

    private static Set<String> names(String list) {
        return list.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(list.split(" ")));
    }

    int size() {
        return cases.size();
    }

    /** The answers of a case by fact. */
    Map<String, Object> answers(int number) {
        final Map<String, Object> result = new LinkedHashMap<>();
        for (int at = 0; at < facts.size(); ++at) {
            result.put(facts.get(at), cases.get(number).get(at));
        }
        return result;
    }

    /** Whether a decision may say this in a case. Of the answers to questions nothing is known here. */
    private boolean agrees(int number, String id, Object said) {
        final Expected want = expected.get(number);
        if (id.equals("undetermined")) {
            return want.undetermined.equals(said);
        }
        if (id.equals("deferred")) {
            return want.deferred.equals(said);
        }
        if (id.startsWith("verbod_")) {
            return want.mayNot.contains(id.substring("verbod_".length())) == "ja".equals(said);
        }
        if (id.startsWith("vraag_")) {
            return Set.of("ja", "nee", "twijfel", "open").contains(said);
        }
        final String standing = want.must.contains(id) ? "moet" : want.may.contains(id) ? "mag"
            : want.open.contains(id) ? "open" : "nee";
        return standing.equals(said);
    }

    /**
     * Compares a decision with what is expected of every case. The engine is asked once for each combination of the
     * facts that the decision reads; the others are not given to it.
     */
    List<String> differences(String id, List<String> inputs, Function<Map<String, Object>, Object> decide) {
        final List<Integer> places = new ArrayList<>();
        for (final String input : inputs) {
            places.add(facts.indexOf(input));
        }
        if (places.contains(-1)) {
            return List.of(id + " reads what is no fact: " + inputs);
        }
        final List<String> found = new ArrayList<>();
        final Map<List<String>, Object> known = new HashMap<>();
        for (int number = 0; number < cases.size(); ++number) {
            final List<String> given = new ArrayList<>();
            for (final int place : places) {
                given.add(cases.get(number).get(place));
            }
            final Object said = known.computeIfAbsent(given, values -> {
                final Map<String, Object> context = new LinkedHashMap<>();
                for (int at = 0; at < inputs.size(); ++at) {
                    context.put(inputs.get(at), values.get(at));
                }
                return String.valueOf(decide.apply(context));
            });
            if (!agrees(number, id, said)) {
                found.add("case " + number + ": " + id + " is " + said);
            }
        }
        return found;
    }

    /** The combinations of answers to these facts that some case has. */
    Set<List<String>> combinations(List<String> inputs) {
        final Set<List<String>> result = new HashSet<>();
        for (final List<String> one : cases) {
            final List<String> given = new ArrayList<>();
            for (final String input : inputs) {
                given.add(one.get(facts.indexOf(input)));
            }
            result.add(given);
        }
        return result;
    }

    /** Consequences that a case has: each needs a decision. */
    Set<String> consequences() {
        final Set<String> result = new HashSet<>();
        for (final Expected one : expected) {
            result.addAll(one.must);
            result.addAll(one.may);
            result.addAll(one.open);
        }
        return result;
    }
}
