package org.iltlib.examples.item;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iltlib.analytics.measurement.Classification;
import org.iltlib.analytics.measurement.ClassificationResult;
import org.iltlib.analytics.measurement.ConsistencyReport;
import org.iltlib.analytics.measurement.InternalConsistency;
import org.iltlib.analytics.measurement.ScoreHistogram;
import org.iltlib.analytics.measurement.fairness.FairnessStudy;
import org.iltlib.analytics.measurement.item.DistractorTable;
import org.iltlib.analytics.measurement.item.ItemReport;
import org.iltlib.analytics.measurement.item.ItemStudy;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.response.ChoiceTable;
import org.iltlib.evidence.response.ResponseImport;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.examples.UsageException;
import org.iltlib.finding.Estimate;
import org.immutables.value.Value;

/** Everything that the report says. */
@Value.Immutable
public abstract class ItemFindings {
    ItemFindings() {}

    abstract ItemOptions options();

    abstract ResponseImport read();

    /** The responses, empty cells scored as the user said. */
    abstract ResponseTable table();

    abstract ConsistencyReport consistency();

    abstract List<ItemReport> items();

    abstract List<DistractorTable> distractors();

    abstract List<GroupReading> groups();

    abstract List<ConceptReading> concepts();

    abstract Optional<Measured<ClassificationResult>> levels();

    /**
     * Reads and analyses.
     *
     * @throws UsageException if a file cannot be used
     */
    public static ItemFindings of(ItemOptions options) {
        ResponseImport read = ItemFile.read(options);
        ResponseTable table =
                options.isBlankWrong() ? read.table().scoredZero(Set.of(MissingReason.OMITTED)) : read.table();
        Map<String, String> key = ItemFile.key(options, read);
        ConsistencyReport consistency = InternalConsistency.withDefaults().of(table);
        Builder findings = new Builder();
        if (read.choices().isPresent() && !options.isBlankWrong()) {
            findings.items(ItemStudy.withDefaults().of(read.choices().get(), key));
        } else {
            findings.items(ItemStudy.withDefaults().of(table));
        }
        if (read.choices().isPresent()) {
            ChoiceTable choices = read.choices().get();
            choices.itemNames().forEach(item -> findings.addDistractors(DistractorTable.of(choices, key, item)));
        }
        options.group().ifPresent(column -> findings.groups(groups(options, table, read.getGroups(column))));
        options.qmatrix().ifPresent(file -> {
            QMatrix matrix = ItemFile.concepts(file, table);
            for (int c = 0; c < matrix.concepts().size(); c++) {
                if (matrix.items().get(c).isEmpty()) {
                    throw new UsageException(file.getFileName() + ": no item needs \""
                            + matrix.concepts().get(c) + "\". Expected at least one.");
                }
                findings.addConcepts(ConceptReading.of(
                        table, matrix.concepts().get(c), matrix.items().get(c)));
            }
        });
        if (!options.levels().isEmpty()) {
            findings.levels(levels(options, table, consistency));
        }
        return findings.options(options)
                .read(read)
                .table(table)
                .consistency(consistency)
                .build();
    }

    private static Measured<ClassificationResult> levels(
            ItemOptions options, ResponseTable table, ConsistencyReport consistency) {
        int maximum = 0;
        for (int item = 0; item < table.items(); item++) {
            maximum += Math.max(1, table.largest(item));
        }
        ScoreHistogram scores = ScoreHistogram.of(table, maximum);
        int[] cuts = options.levels().stream().mapToInt(Integer::intValue).toArray();
        return consistency
                .reliability()
                .alpha()
                .map(Estimate::value)
                .flatMap(alpha -> Classification.livingstonLewis(scores, alpha, cuts));
    }

    private static List<GroupReading> groups(ItemOptions options, ResponseTable table, LabelColumn groups) {
        long[] sizes = new long[groups.levels().size()];
        for (int row = 0; row < groups.size(); row++) {
            sizes[groups.code(row)]++;
        }
        String reference = options.reference()
                .orElseGet(() -> groups.levels().stream()
                        .max(Comparator.comparingLong((String level) -> sizes[groups.getCode(level)])
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow());
        List<GroupReading> readings = new ArrayList<>();
        for (String focal : groups.levels()) {
            if (!focal.equals(reference)) {
                readings.add(new GroupReading(
                        reference,
                        focal,
                        FairnessStudy.between(reference, focal).of(table, groups)));
            }
        }
        return readings;
    }

    static final class Builder extends ImmutableItemFindings.Builder {
        Builder() {}
    }
}
