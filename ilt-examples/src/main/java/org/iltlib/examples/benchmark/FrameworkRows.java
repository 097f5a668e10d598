package org.iltlib.examples.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iltlib.analytics.alignment.Prerequisite;
import org.iltlib.analytics.alignment.PrerequisiteGraph;
import org.iltlib.analytics.suggestion.IndexDesign;
import org.iltlib.analytics.suggestion.SuggestionQuery;
import org.iltlib.analytics.suggestion.TextIndex;
import org.iltlib.base.EntryId;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;
import org.iltlib.curriculum.version.CodePolicy;
import org.iltlib.curriculum.version.FrameworkDiff;
import org.iltlib.examples.benchmark.Duel.Done;

/**
 * What is done with a framework once it is loaded: the difference of two versions, everything that comes before each
 * standard, and suggestions for texts; beside the JSON library alone on the same standards, steps or texts as JSON.
 */
public final class FrameworkRows {
    private static final int DRAWN = 2_000;
    private static final int INDEXED = 10_000;
    private static final int QUERIES = 100;

    private FrameworkRows() {}

    /** The difference of a package's framework and one in which a tenth is reworded and the last fiftieth gone. */
    public static Row diff(Path file, int repeats) throws Exception {
        StandardsFramework before = CaseRows.load(file).toFramework(EntryId.of("before"));
        int left = before.items().size() - before.items().size() / 50;
        List<Standard> items = new ArrayList<>();
        for (Standard one : before.items().subList(0, left)) {
            boolean reworded = items.size() % 10 == 9;
            items.add(
                    reworded
                            ? one.toBuilder()
                                    .statement(one.statement() + " Again.")
                                    .build()
                            : one);
        }
        StandardsFramework after = StandardsFramework.builder()
                .id(EntryId.of("after"))
                .title(before.title())
                .addAllItems(items)
                .addAllAssociations(before.associations())
                .build();
        Done done = new Done(before.items().size(), left / 10);
        Duel duel = Duel.measure(
                0,
                repeats,
                () -> () -> {
                    FrameworkDiff diff = FrameworkDiff.between(before, after, CodePolicy.EXACT);
                    return new Done(
                            diff.unchanged() + diff.changes().size(),
                            diff.changes().size() - before.items().size() + left);
                },
                () -> () -> CaseRows.tokenise(file, done));
        return row("two versions compared, beside the bare tokeniser", duel, "standards");
    }

    /**
     * Everything that comes before each standard.
     *
     * @param steps the steps
     */
    public static Row closure(List<Prerequisite> steps, int repeats) throws Exception {
        List<StandardId> standards = steps.stream()
                .flatMap(step -> Stream.of(step.before(), step.after()))
                .distinct()
                .toList();
        byte[] text = text(steps.stream()
                .flatMap(step -> Stream.of(step.before().value(), step.after().value()))
                .toList());
        int rounds = Math.max(1, 20_000 / steps.size());
        Done done = new Done((long) rounds * steps.size(), 0);
        long reachable = PrerequisiteGraph.of(standards, steps).countReachable();
        Duel duel = Duel.measure(
                1,
                repeats,
                () -> () -> {
                    for (int i = 0; i < rounds; i++) {
                        if (PrerequisiteGraph.of(standards, steps).countReachable() != reachable) {
                            throw new IllegalStateException("The closure is not the same each time.");
                        }
                    }
                    return done;
                },
                () -> () -> tokenise(text, rounds, done));
        return row("prerequisites closed, beside the bare tokeniser", duel, "steps")
                .with(String.format(Locale.ROOT, "%,d standards, %,d pairs reachable", standards.size(), reachable));
    }

    /** Suggestions for texts, from the first standards of a package. */
    public static Row suggestion(Path file, int repeats) throws Exception {
        StandardsFramework framework = CaseRows.load(file).toFramework(EntryId.of("drawn"));
        List<Standard> some =
                framework.items().subList(0, Math.min(INDEXED, framework.items().size()));
        TextIndex index =
                TextIndex.of(framework, some.stream().map(Standard::id).toList(), IndexDesign.withDefaults());
        List<String> texts = IntStream.range(0, QUERIES)
                .mapToObj(
                        i -> some.get((int) ((long) i * some.size() / QUERIES)).statement())
                .toList();
        byte[] text = text(texts);
        Done done = new Done(QUERIES, 0);
        Duel duel = Duel.measure(
                1,
                repeats,
                () -> () -> {
                    for (String one : texts) {
                        index.suggest(SuggestionQuery.of(one).withTop(5));
                    }
                    return done;
                },
                () -> () -> tokenise(text, 1, done));
        return row("standards suggested for a text, beside the bare tokeniser", duel, "texts")
                .with(String.format(Locale.ROOT, "%,d standards indexed", index.size()));
    }

    /**
     * The steps in a file of the Coherence Map's form: comma-separated, with columns {@code from_code} and {@code to_code}.
     *
     * @throws IllegalArgumentException if a column is missing or a row is short
     */
    public static List<Prerequisite> steps(Path file) throws IOException {
        List<List<String>> rows = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        int from = rows.isEmpty() ? -1 : rows.get(0).indexOf("from_code");
        int to = rows.isEmpty() ? -1 : rows.get(0).indexOf("to_code");
        if (from < 0 || to < 0 || rows.size() < 2) {
            throw new IllegalArgumentException(
                    "The file of steps has no rows, or no columns from_code and to_code. Maybe it is another file.");
        }
        List<Prerequisite> steps = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != rows.get(0).size()) {
                throw new IllegalArgumentException("Row " + (steps.size() + 2) + " of the steps has " + row.size()
                        + " cells. Expected " + rows.get(0).size() + ".");
            }
            steps.add(new Prerequisite(StandardId.of(row.get(from)), StandardId.of(row.get(to))));
        }
        return steps;
    }

    /** Steps drawn from a seed: two into each of 2,000 standards, from any of the two hundred before it. */
    public static List<Prerequisite> drawSteps(long seed) {
        Random random = new Random(seed);
        List<Prerequisite> steps = new ArrayList<>();
        for (int after = 1; after < DRAWN; after++) {
            for (int i = 0; i < 2; i++) {
                int before = after - 1 - random.nextInt(Math.min(after, 200));
                steps.add(new Prerequisite(StandardId.of("s-" + before), StandardId.of("s-" + after)));
            }
        }
        return steps.stream().distinct().toList();
    }

    private static Row row(String work, Duel duel, String what) {
        return new Row(
                work,
                duel.ratio(),
                0,
                "",
                String.format(Locale.ROOT, "%,.0f %s/s, bare %,.0f %s/s", duel.ours(), what, duel.bare(), what));
    }

    private static byte[] text(List<String> values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        return out.toByteArray();
    }

    private static Done tokenise(byte[] text, int rounds, Done done) throws IOException {
        long count = 0;
        JsonFactory factory = new JsonFactory();
        for (int i = 0; i < rounds; i++) {
            try (JsonParser parser = factory.createParser(text)) {
                while (parser.nextToken() != null) {
                    count++;
                }
            }
        }
        return count == 0 ? new Done(0, 0) : done;
    }
}
