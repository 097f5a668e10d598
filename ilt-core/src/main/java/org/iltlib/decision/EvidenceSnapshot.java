package org.iltlib.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.finding.Estimate;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The values that were on the table when the team decided. A later correction of a score does not change it; it shows as
 * a difference.
 *
 * @param takenOn the day
 * @param values the values; an entry may give several, told apart by label
 */
public record EvidenceSnapshot(LocalDate takenOn, List<Shown> values) {
    /** The written form. */
    public static final Form<EvidenceSnapshot> FORM = Form.of(
            "takenOn",
            Forms.DATE,
            EvidenceSnapshot::takenOn,
            "values",
            Forms.listOf(Shown.FORM),
            EvidenceSnapshot::values,
            EvidenceSnapshot::new);

    /** One value as it was shown. Immutable. */
    @Value.Immutable
    public abstract static class Shown {
        /** The written form. */
        public static final Form<Shown> FORM = Form.<Shown, Builder>built(Shown::builder, Builder::build)
                .field("source", EntryId.FORM, Shown::source, Builder::source)
                .field("label", Forms.TEXT, Shown::label, Builder::label)
                .field("text", Forms.TEXT, Shown::text, Builder::text)
                .maybe("estimate", Estimate.FORM, Shown::estimate, Builder::estimate)
                .maybe("datasetDigest", Forms.TEXT, Shown::datasetDigest, Builder::datasetDigest)
                .maybe("quality", EvidenceQuality.FORM, Shown::quality, Builder::quality);

        Shown() {}

        /** The entry it comes from. */
        public abstract EntryId source();

        /** What it is: {@code reading, grade 2, free lunch}. */
        public abstract String label();

        /** The value as the team read it; says so if it was withheld. */
        public abstract String text();

        /** The value with its interval, where it was a number. */
        public abstract Optional<Estimate> estimate();

        /** The content hash of the dataset it was computed from. */
        public abstract Optional<String> datasetDigest();

        /** How far the team trusted it. */
        public abstract Optional<EvidenceQuality> quality();

        /** Checks the texts. */
        @Value.Check
        void check() {
            Checks.text(label(), "label");
            Checks.text(text(), "text");
            datasetDigest().ifPresent(digest -> Checks.id(digest, "datasetDigest"));
        }

        /** A number, shown as {@link Estimate#toString()} does. */
        public static Shown of(EntryId source, String label, Estimate estimate) {
            return builder()
                    .source(source)
                    .label(label)
                    .text(estimate.toString())
                    .estimate(estimate)
                    .build();
        }

        /** A value in words. */
        public static Shown of(EntryId source, String label, String text) {
            return builder().source(source).label(label).text(text).build();
        }

        /** A new builder. */
        public static Builder builder() {
            return new Builder();
        }

        /** A builder that starts with the values of this. */
        public Builder toBuilder() {
            return builder().from(this);
        }

        /** Builds a value; source, label and text must be set. */
        public static final class Builder extends ImmutableShown.Builder {
            Builder() {}
        }
    }

    /** Checks that each value stands once. */
    public EvidenceSnapshot {
        values = List.copyOf(values);
        Checks.distinct(values.stream().map(EvidenceSnapshot::key).toList(), "values");
    }

    /** The entries it rests on, each once, in order. */
    public List<EntryId> listSources() {
        return values.stream().map(Shown::source).distinct().toList();
    }

    /** The values that nobody graded, in order. */
    public List<Shown> listUngraded() {
        return values.stream().filter(value -> value.quality().isEmpty()).toList();
    }

    /** The values of this snapshot that read otherwise in the other, or are gone from it. */
    public List<Shown> differences(EvidenceSnapshot later) {
        return values.stream()
                .filter(value -> later.values.stream()
                        .filter(other -> key(other).equals(key(value)))
                        .noneMatch(value::equals))
                .toList();
    }

    private static List<Object> key(Shown value) {
        return List.of(value.source(), value.label());
    }
}
