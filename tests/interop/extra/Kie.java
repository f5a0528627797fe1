import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalyser;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;
import org.kie.dmn.validation.dtanalysis.model.Hyperrectangle;
import org.kie.dmn.validation.dtanalysis.model.Interval;
import org.kie.internal.io.ResourceFactory;

/**
 * Runs the DMN in each folder by KIE (Drools), over every case, validates it, and looks for gaps and overlaps by its
 * analysis of decision tables: no two rules may overlap, and no case may be in a gap. Usage: Kie FOLDER...
 */
final class Kie {
    /** Everything at once, with what gathers it, is run for one in so many cases. */
    private static final int EACH = 997;

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<String> found = new ArrayList<>();

    private Kie(String text) {
        final Resource resource = ResourceFactory.newReaderResource(new StringReader(text)).setSourcePath("model.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource)).getOrElseThrow(RuntimeException::new);
        model = runtime.getModels().get(0);
        for (final DMNMessage message : DMNValidatorFactory.newValidator().validate(new StringReader(text),
                 Validation.VALIDATE_SCHEMA, Validation.VALIDATE_MODEL, Validation.VALIDATE_COMPILATION)) {
            if (message.getLevel() != DMNMessage.Level.INFO) {
                found.add(message.getText());
            }
        }
    }

    private DMNContext context(Map<String, Object> facts) {
        final DMNContext context = runtime.newContext();
        facts.forEach(context::set);
        return context;
    }

    private Object say(String name, Map<String, Object> facts) {
        final DMNResult result = runtime.evaluateByName(model, context(facts), name);
        return result.hasErrors() ? result.getMessages().toString() : result.getDecisionResultByName(name).getResult();
    }

    private void evaluate(Space space) {
        final Set<String> missing = new HashSet<>(space.consequences());
        for (final DecisionNode decision : model.getDecisions()) {
            final String id = decision.getName();
            missing.remove(id);
            final Decision read = model.getDefinitions().getDrgElement().stream()
                .filter(one -> one instanceof Decision && one.getName().equals(id)).map(Decision.class::cast).findFirst().orElseThrow();
            final List<String> inputs = new ArrayList<>();
            if (read.getExpression() instanceof DecisionTable table) {
                table.getInput().forEach(input -> inputs.add(input.getInputExpression().getText()));
            }
            final boolean gathers = read.getInformationRequirement().stream().anyMatch(one -> one.getRequiredDecision() != null);
            if (!gathers) {
                found.addAll(space.differences(id, inputs, facts -> say(id, facts)));
            }
        }
        missing.forEach(id -> found.add("no decision for " + id));
        for (int number = 0; number < space.size(); number += EACH) {
            final DMNResult all = runtime.evaluateAll(model, context(space.answers(number)));
            if (all.hasErrors()) {
                found.add("case " + number + ": " + all.getMessages());
            }
        }
    }

    private static boolean isIn(List<String> answers, Hyperrectangle gap) {
        final List<Interval> edges = gap.getEdges();
        for (int at = 0; at < edges.size(); ++at) {
            if (!edges.get(at).asRangeIncludes(answers.get(at))) {
                return false;
            }
        }
        return true;
    }

    private void analyse(Space space) {
        int gaps = 0;
        for (final DTAnalysis table : new DMNDTAnalyser(List.of()).analyse(model, Set.of(Validation.ANALYZE_DECISION_TABLE))) {
            final String name = table.nameOrIDOfTable();
            if (table.isError()) {
                found.add(name + " was not analysed");
                continue;
            }
            table.getOverlaps().forEach(one -> found.add(name + ": rules " + one.getRules() + " overlap"));
            final List<String> inputs = new ArrayList<>();
            table.getSource().getInput().forEach(input -> inputs.add(input.getInputExpression().getText()));
            final Collection<Hyperrectangle> holes = table.getGaps();
            gaps += holes.size();
            if (!name.startsWith("wie_")) {
                for (final List<String> answers : space.combinations(inputs)) {
                    holes.stream().filter(gap -> isIn(answers, gap)).forEach(gap -> found.add(name + ": a case is in the gap " + gap));
                }
            } else if (!holes.isEmpty()) {
                found.add(name + " has a gap");
            }
        }
        System.out.println("KIE: " + gaps + " gaps, of answers that cannot be given together");
    }

    private static List<String> differences(Space space, String text, boolean withCases) {
        final Kie kie = new Kie(text);
        kie.analyse(space);
        if (withCases) {
            kie.evaluate(space);
        }
        return kie.found;
    }

    public static void main(String[] folders) throws IOException {
        boolean isRight = folders.length > 0;
        for (final String folder : folders) {
            final Space space = new Space(Path.of(folder));
            final String text = Files.readString(space.dmn);
            final List<String> found = differences(space, text, true);
            found.stream().limit(8).forEach(System.out::println);
            System.out.println("KIE: " + space.dmn.getFileName() + ": " + space.size() + " cases, " + found.size() + " differences");
            isRight = isRight && found.isEmpty();
            if (folder.equals(folders[0])) {
                // An engine that finds nothing is worth something only if it finds what is there.
                isRight = isRight & isNoticed("another value", differences(space, Spoilt.withOtherValue(text), true), " is mag")
                    & isNoticed("a missing rule", differences(space, Spoilt.withoutRule(text), false), "in the gap")
                    & isNoticed("a wider rule", differences(space, Spoilt.withWiderRule(text), false), "overlap");
            }
        }
        System.exit(isRight ? 0 : 1);
    }

    private static boolean isNoticed(String what, List<String> found, String words) {
        if (found.stream().noneMatch(one -> one.contains(words))) {
            System.out.println("KIE: " + what + " was not noticed");
            return false;
        }
        return true;
    }
}
