package org.iltlib.plan.support;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** A limit that the latest values of a measure must keep, so many in a row. Exact. Immutable. */
@Value.Immutable
public abstract class Criterion {
    /** The written form. */
    public static final Form<Criterion> FORM = Form.<Criterion, Builder>built(Criterion::builder, Builder::build)
            .field("measure", Forms.TEXT, Criterion::measure, Builder::measure)
            .field("side", Forms.enumOf(Side.class), Criterion::side, Builder::side)
            .field("limit", Forms.DECIMAL, Criterion::limit, Builder::limit)
            .field("inARow", Forms.INTEGER, 1, Criterion::inARow, Builder::inARow);

    Criterion() {}

    /** The id of the measure. */
    public abstract String measure();

    /** On which side of the limit the values must lie. */
    public abstract Side side();

    /** The limit, in the unit of the measure. */
    public abstract BigDecimal limit();

    /** How many of the latest values must, at least 1; 1 unless said otherwise. */
    @Value.Default
    public int inARow() {
        return 1;
    }

    /** Checks the id and the count; trailing zeros are dropped, so that equal limits are equal. */
    @Value.Check
    Criterion check() {
        Checks.id(measure(), "measure");
        Checks.positive(inARow(), "inARow");
        BigDecimal plain = limit().stripTrailingZeros();
        return plain.scale() == limit().scale()
                ? this
                : builder().from(this).limit(plain).build();
    }

    /** The latest values lie below the limit. */
    public static Criterion below(String measure, BigDecimal limit, int inARow) {
        return builder()
                .measure(measure)
                .side(Side.BELOW)
                .limit(limit)
                .inARow(inARow)
                .build();
    }

    /** The latest values reach the limit. */
    public static Criterion atLeast(String measure, BigDecimal limit, int inARow) {
        return builder()
                .measure(measure)
                .side(Side.AT_LEAST)
                .limit(limit)
                .inARow(inARow)
                .build();
    }

    /**
     * Whether the latest values keep the limit. One that does not answers no, however few there are; too few that do
     * leave it open. Of two values of one day the one given last is the later.
     */
    public Answer of(List<Reading> readings) {
        List<Reading> sorted = readings.stream()
                .filter(reading -> reading.measure().equals(measure()))
                .sorted(Comparator.comparing(Reading::on))
                .toList();
        List<Reading> latest = sorted.subList(Math.max(0, sorted.size() - inARow()), sorted.size());
        if (!latest.stream().allMatch(reading -> side().keeps(reading.value(), limit()))) {
            return Answer.NOT_MET;
        }
        return latest.size() < inARow() ? Answer.NOT_KNOWN : Answer.MET;
    }

    /** Such as {@code words-per-minute below 60, 2 in a row}. */
    @Override
    public String toString() {
        return measure()
                + (side() == Side.BELOW ? " below " : " at least ")
                + limit().toPlainString()
                + (inARow() == 1 ? "" : ", " + inARow() + " in a row");
    }

    /** A side of a limit. */
    public enum Side {
        /** Below it. */
        BELOW,
        /** On it or above. */
        AT_LEAST;

        private boolean keeps(BigDecimal value, BigDecimal limit) {
            boolean below = value.compareTo(limit) < 0;
            return this == BELOW ? below : !below;
        }
    }

    /** What a rule answers. */
    public enum Answer {
        /** Yes. */
        MET,
        /** No. */
        NOT_MET,
        /** There are too few values to say. */
        NOT_KNOWN;

        /** In words. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a criterion; measure, side and limit must be set. */
    public static final class Builder extends ImmutableCriterion.Builder {
        Builder() {}
    }
}
