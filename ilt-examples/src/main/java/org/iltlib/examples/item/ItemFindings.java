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
import org.iltlib.analytics.measurement.diagnosis.ConceptGrid;
import org.iltlib.analytics.measurement.diagnosis.ConceptMastery;
import org.iltlib.analytics.measurement.diagnosis.DiagnosticFit;
import org.iltlib.analytics.measurement.diagnosis.DiagnosticModel;
import org.iltlib.analytics.measurement.fairness.FairnessStudy;
import org.iltlib.analytics.measurement.item.DistractorTable;
import org.iltlib.analytics.measurement.item.ItemReport;
import org.iltlib.analytics.measurement.item.ItemStudy;
import org.iltlib.analytics.privacy.PrivacyPolicies;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.LabelColumn;
import org.iltlib.evidence.response.ChoiceTable;
import org.iltlib.evidence.response.QMatrix;
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

    /** Who has which concepts, or why that cannot be told; empty if no matrix of concepts was given. */
    abstract Optional<Measured<DiagnosticFit>> diagnosis();

    /** Groups on concepts; empty without concepts, without groups, or if an item has more than one point. */
    abstract Optional<ConceptGrid> grid();

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
            for (int c = 0; c < matrix.attributes().size(); c++) {
                findings.addConcepts(
                        ConceptReading.of(table, matrix.attributes().get(c), matrix.itemsOf(c)));
            }
            boolean binary = consistency.isRightOrWrong();
            findings.diagnosis(
                    binary
                            ? DiagnosticModel.dina().of(table, matrix)
                            : Measured.missing(MissingReason.UNDEFINED, "the model is for items scored 0 or 1"));
            if (binary) {
                options.group().ifPresent(column -> findings.grid(grid(table, matrix, read.getGroups(column))));
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

    private static ConceptGrid grid(ResponseTable table, QMatrix matrix, LabelColumn groups) {
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < groups.size(); row++) {
            labels.add(groups.levels().get(groups.code(row)));
        }
        return ConceptMastery.withDefaults()
                .grid(table, matrix, labels, SmallGroups.of(PrivacyPolicies.PTAC_TEN.sizes()));
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
