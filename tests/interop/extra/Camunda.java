import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDecision;
import org.camunda.dmn.parser.ParsedDmn;
import scala.collection.Iterator;
import scala.util.Either;

/** Runs the DMN in each folder by the DMN engine of Camunda 8, over every case. Usage: Camunda FOLDER... */
final class Camunda {
    /** Decisions that gather others are run for one in so many cases. */
    private static final int EACH = 997;

    /** The facts that a table reads stand in its columns. */
    private static final Pattern COLUMN = Pattern.compile("<inputExpression[^>]*>\\s*<text>([^<]*)</text>");

    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final ParsedDmn model;
    private final String text;

    private Camunda(String text) {
        this.text = text;
        final Either<DmnEngine.Failure, ParsedDmn> read =
            engine.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        if (read.isLeft()) {
            throw new IllegalArgumentException(read.swap().toOption().get().message());
        }
        model = read.toOption().get();
    }

    /** What a decision says, or why it says nothing. */
    private Object say(String decision, Map<String, Object> facts) {
        final Either<DmnEngine.EvalFailure, DmnEngine.EvalResult> result = engine.eval(model, decision, facts);
        if (result.isLeft()) {
            return result.swap().toOption().get().failure().message();
        }
        return result.toOption().get() instanceof DmnEngine.Result said ? said.value() : "nothing";
    }

    private List<String> differences(Space space) {
        final List<String> found = new ArrayList<>();
        final Set<String> missing = new HashSet<>(space.consequences());
        final Iterator<ParsedDecision> decisions = model.decisions().iterator();
        while (decisions.hasNext()) {
            final ParsedDecision decision = decisions.next();
            final String id = decision.name();
            missing.remove(id);
            final int begin = text.indexOf("<decision id=\"" + decision.id() + "\"");
            final String part = text.substring(begin, text.indexOf("</decision>", begin));
            if (decision.requiredDecisions().nonEmpty()) {
                for (int number = 0; number < space.size(); number += EACH) {
                    final Object said = say(decision.id(), space.answers(number));
                    if (said instanceof String) {
                        found.add("case " + number + ": " + id + " is " + said);
                    }
                }
                continue;
            }
            final List<String> inputs = new ArrayList<>();
            final Matcher columns = COLUMN.matcher(part);
            while (columns.find()) {
                inputs.add(columns.group(1));
            }
            found.addAll(space.differences(id, inputs, facts -> say(decision.id(), facts)));
        }
        missing.forEach(id -> found.add("no decision for " + id));
        return found;
    }

    public static void main(String[] folders) throws IOException {
        boolean isRight = folders.length > 0;
        for (final String folder : folders) {
            final Space space = new Space(Path.of(folder));
            final String text = Files.readString(space.dmn);
            final List<String> found = new Camunda(text).differences(space);
            found.stream().limit(8).forEach(System.out::println);
            System.out.println("Camunda: " + space.dmn.getFileName() + ": " + space.size() + " cases, " + found.size() + " differences");
            isRight = isRight && found.isEmpty();
            if (folder.equals(folders[0])) {
                // An engine that finds nothing is worth something only if it finds what is there.
                if (new Camunda(Spoilt.withOtherValue(text)).differences(space).isEmpty()) {
                    System.out.println("Camunda: another value was not noticed");
                    isRight = false;
                }
            }
        }
        System.exit(isRight ? 0 : 1);
    }
}
