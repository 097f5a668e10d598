package org.iltlib.examples.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iltlib.analytics.chart.Cell;
import org.iltlib.analytics.chart.HeatMap;
import org.iltlib.analytics.chart.Table;
import org.iltlib.analytics.measurement.ConsistencyReport;
import org.iltlib.analytics.measurement.fairness.ItemFairness;
import org.iltlib.analytics.measurement.item.DistractorTable;
import org.iltlib.analytics.measurement.item.ItemFlag;
import org.iltlib.analytics.measurement.item.ItemReport;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.finding.Estimate;

/** The tables of the report, for text and page alike. */
final class ItemTables {
    private final ItemFindings findings;

    ItemTables(ItemFindings findings) {
        this.findings = findings;
    }

    /** What the responses are and what their empty cells mean, in sentences. */
    List<String> about() {
        List<String> lines = new ArrayList<>();
        lines.add(findings.options().responses().getFileName() + ": "
                + findings.table().students() + " students, " + findings.table().items() + " items. "
                + findings.read().report() + ".");
        findings.read().student().ifPresent(column -> lines.add("Students are named in column \"" + column + "\"."));
        long blank = findings.read().table().missing().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (blank > 0) {
            lines.add(blank + " responses are missing. They count as "
                    + (findings.options().isBlankWrong()
                            ? "wrong, as asked for."
                            : findings.options().blank() + ", and never as wrong"
                                    + (findings.options().blank() == MissingReason.NOT_ADMINISTERED
                                            ? " (--blank says otherwise)."
                                            : ".")));
        }
        return lines;
    }

    Table reliability() {
        ConsistencyReport found = findings.consistency();
        String whose = found.students() + " students with points on every item"
                + (found.incomplete() > 0 ? "; " + found.incomplete() + " others left out" : "");
        Table table =
                Table.captioned("Reliability (" + whose + ")").withColumns("Coefficient", "Value", "95% interval");
        Measured<Estimate> alpha = found.reliability().alpha();
        table = table.with(
                Cell.of(found.isRightOrWrong() ? "alpha (KR-20)" : "alpha"),
                Cell.ofValue(alpha, 3),
                Cell.ofInterval(alpha, 3));
        table = row(table, "standardised alpha", found.standardisedAlpha(), 3);
        if (found.isRightOrWrong()) {
            table = row(table, "KR-21", found.kr21(), 3);
        }
        table = row(table, "omega total, one factor", found.omegaTotal(), 3);
        table = row(table, "Guttman's lambda 6", found.lambda6(), 3);
        table = row(table, "split half, odd and even", found.splitHalf().oddEven(), 3);
        table = row(table, "mean total", found.mean(), 2);
        table = row(table, "standard deviation", found.standardDeviation(), 2);
        return row(table, "standard error of measurement", found.reliability().standardErrorOfMeasurement(), 2);
    }

    private static Table row(Table table, String name, Measured<Double> value, int decimals) {
        return table.with(Cell.of(name), number(value, decimals), Cell.of(""));
    }

    static Cell number(Measured<Double> value, int decimals) {
        return value.value().map(v -> Cell.of(v, decimals)).orElseGet(() -> Cell.absent(value));
    }

    Table items() {
        Table table = Table.captioned("Items")
                .withColumns(
                        "Item",
                        "n",
                        "Difficulty",
                        "95% interval",
                        "Item–rest",
                        "Upper–lower",
                        "Alpha without",
                        "To look at");
        for (ItemReport item : findings.items()) {
            table = table.with(
                    Cell.of(item.name()),
                    Cell.of(item.responses()),
                    Cell.ofValue(item.difficulty(), 3),
                    Cell.ofInterval(item.difficulty(), 3),
                    number(item.itemRest(), 3),
                    number(item.upperLower(), 3),
                    number(item.alphaWithout(), 3),
                    Cell.of(flags(item)));
        }
        return table;
    }

    static String flags(ItemReport item) {
        return item.flags().stream()
                .map(flag -> flag == ItemFlag.ATTRACTIVE_DISTRACTOR
                        ? flag + " (" + String.join(", ", item.attractive()) + ")"
                        : flag.toString())
                .collect(Collectors.joining(", "));
    }

    Table distractors(DistractorTable chosen) {
        Table table = Table.captioned("Answers to " + chosen.item() + ", the key is " + chosen.key()
                        + ": shares of those who answered, by fifths of students")
                .withColumns("Answer", "n", "Lowest", "2", "3", "4", "Highest", "With rest");
        List<Long> answered = chosen.answered();
        for (DistractorTable.Option option : chosen.options()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(option.text() + (option.text().equals(chosen.key()) ? " (key)" : "")));
            cells.add(Cell.of(option.count()));
            IntStream.range(0, 5)
                    .forEach(f -> cells.add(
                            answered.get(f) == 0
                                    ? Cell.of("")
                                    : Cell.of((double) option.byFifth().get(f) / answered.get(f), 2)));
            cells.add(number(option.withRest(), 3));
            table = table.with(cells);
        }
        return table;
    }

    /** Why nothing is known about any item; empty if something is. */
    static Optional<String> unknown(GroupReading reading) {
        return reading.items().stream().anyMatch(item -> item.dif().isReported())
                ? Optional.empty()
                : Optional.of("Nothing can be said of " + reading.focal() + " compared with " + reading.reference()
                        + ": " + reading.items().get(0).dif() + ".");
    }

    Table fairness(GroupReading reading) {
        Table table = Table.captioned("Fairness: " + reading.focal() + " compared with " + reading.reference()
                        + " (A negligible, B moderate, C large)")
                .withColumns(
                        "Item",
                        "n",
                        "Delta",
                        "95% interval",
                        "Difference",
                        "p adjusted",
                        "Class",
                        "Logistic gain",
                        "Logistic");
        for (ItemFairness item : reading.items()) {
            Measured<Estimate> delta = item.mantelHaenszel().map(found -> found.delta());
            Measured<Estimate> shift = item.mantel().map(found -> found.difference());
            table = table.with(
                    Cell.of(item.item()),
                    Cell.of(item.reference() + item.focal()),
                    Cell.ofValue(delta, 2),
                    Cell.ofInterval(delta, 2),
                    Cell.ofValue(shift, 3),
                    item.adjustedPValue().orElse(1.0) < 0.00005
                            ? Cell.ofNumber("< 0.0001")
                            : number(item.adjustedPValue(), 4),
                    item.dif().value().map(dif -> Cell.of(dif.name())).orElseGet(() -> Cell.absent(item.dif())),
                    number(item.logistic().map(found -> found.gain()), 3),
                    item.logistic()
                            .value()
                            .map(found -> Cell.of(found.dif().name()))
                            .orElseGet(() -> Cell.absent(item.logistic())));
        }
        return table;
    }

    Table concepts() {
        Table table = Table.captioned("Concepts")
                .withColumns("Concept", "Items", "Students", "Share of points", "95% interval", "Alpha", "n of alpha");
        for (ConceptReading reading : findings.concepts()) {
            table = table.with(
                    Cell.of(reading.concept()),
                    Cell.of(reading.items()),
                    Cell.of(reading.students()),
                    Cell.ofValue(reading.score(), 4),
                    Cell.ofInterval(reading.score(), 3),
                    Cell.ofValue(reading.alpha(), 3),
                    reading.alpha().value().map(alpha -> Cell.of(alpha.n())).orElse(Cell.of("")));
        }
        return table;
    }

    /** Who has which concept; empty if there is no diagnosis. */
    Optional<Table> mastery() {
        return findings.diagnosis().flatMap(Measured::value).map(fit -> {
            Table table = Table.captioned("Mastery by concept (DINA)")
                    .withColumns("Concept", "Have it", "95% interval", "Accuracy", "Consistency");
            for (String concept : fit.q().attributes()) {
                table = table.with(
                        Cell.of(concept),
                        Cell.of(fit.prevalence(concept), 3),
                        Cell.ofInterval(fit.prevalenceEstimate(concept), 3),
                        Cell.of(fit.accuracy(concept), 3),
                        Cell.of(fit.consistency(concept), 3));
            }
            return table;
        });
    }

    /** What the diagnosis takes for granted and what to doubt, or why there is none, in sentences; empty without concepts. */
    List<String> diagnosis() {
        List<String> lines = new ArrayList<>();
        findings.diagnosis()
                .ifPresent(found -> found.value()
                        .ifPresentOrElse(
                                fit -> {
                                    lines.add("The model takes it that who has all that an item asks for solves it but"
                                            + " for a slip, and who lacks any of it only by a guess. Accuracy is the"
                                            + " share of students of whom the likelier of the two, has it or not, is"
                                            + " right, and consistency how often two such tests would agree, both if"
                                            + " the model is right.");
                                    lines.addAll(fit.doubts());
                                },
                                () -> lines.add("Who has which concept cannot be told from this test: " + reason(found)
                                        + ".")));
        return lines;
    }

    private static String reason(Measured<?> missing) {
        String words =
                missing instanceof Measured.Missing<?> why && !why.detail().isEmpty()
                        ? why.detail()
                        : missing.toString();
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    /** How groups do on concepts; empty without groups or concepts. */
    Optional<HeatMap> grid() {
        return findings.grid().map(grid -> {
            HeatMap map = HeatMap.titled("Share of points by group and concept")
                    .withUnit("share of points")
                    .withDecimals(2)
                    .withColumns(grid.concepts());
            for (Map.Entry<String, List<Measured<Estimate>>> row : grid.rows().entrySet()) {
                map = map.with(row.getKey(), row.getValue());
            }
            return map;
        });
    }

    /** What the levels are worth, in a sentence; empty if none were asked for. */
    List<String> levels() {
        return findings.levels().stream()
                .map(found -> found.value()
                        .map(levels -> String.format(
                                java.util.Locale.ROOT,
                                "With cuts at %s, %.1f%% of students are put in their true level, %.1f%% too high and"
                                        + " %.1f%% too low; two such tests would agree on %.1f%% (kappa %.2f). %s.",
                                findings.options().levels().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")),
                                100 * levels.accuracy(),
                                100 * levels.tooHigh(),
                                100 * levels.tooLow(),
                                100 * levels.consistency(),
                                levels.kappa(),
                                levels.method()))
                        .orElseGet(() -> "The accuracy of levels is not known: " + found + "."))
                .toList();
    }
}
