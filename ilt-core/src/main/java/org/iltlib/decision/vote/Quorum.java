package org.iltlib.decision.vote;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.Minimum;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Office;
import org.immutables.value.Value;

/**
 * How many must be there before anything can be decided. By default presence counts, not votes: who abstains is present,
 * and heads count, whatever they weigh. {@link By#PARTICIPATION} is another thing: how many answered. Immutable.
 */
@Value.Immutable
public abstract class Quorum {
    /** The written form. */
    public static final Form<Quorum> FORM = Form.<Quorum, Builder>built(Quorum::builder, Builder::build)
            .field("minimum", Minimum.FORM, Quorum::minimum, Builder::minimum)
            .field("of", Forms.enumOf(Of.class), Quorum::of, Builder::of)
            .field("atLeast", Forms.INTEGER, Quorum::atLeast, Builder::atLeast)
            .map("perGroup", Forms.INTEGER, Quorum::perGroup, Builder::putAllPerGroup)
            .set("offices", Office.FORM, Quorum::offices, Builder::addAllOffices)
            .field("by", Forms.enumOf(By.class), By.PRESENCE, Quorum::by, Builder::by)
            .list("parity", Parity.FORM, Quorum::parity, Builder::addAllParity);

    /** More than half of the members: 5 of 8, 6 of 10. */
    public static final Quorum MAJORITY = builder().build();

    /** At least two thirds of the members: 6 of 8, 7 of 10. */
    public static final Quorum TWO_THIRDS =
            builder().minimum(Minimum.TWO_THIRDS).build();

    /** What the share is taken of. */
    public enum Of {
        /** Voting seats that somebody holds. */
        MEMBERS,
        /** Members who may vote on this; only they are counted as present. */
        ENTITLED,
        /** Voting seats, vacant ones included. */
        SEATS
    }

    /** Who counts. */
    public enum By {
        /** Whoever is in the room, in an own seat or an alternate's; not who is only represented. */
        PRESENCE("present"),
        /** Whoever answered, by an own ballot or one handed in by a proxy, abstentions included; not who only delegated. */
        PARTICIPATION("answered");

        private final String words;

        By(String words) {
            this.words = words;
        }

        /** In words: {@code present}. */
        @Override
        public String toString() {
            return words;
        }
    }

    Quorum() {}

    /** The share; more than half unless said otherwise. */
    @Value.Default
    public Minimum minimum() {
        return Minimum.MAJORITY;
    }

    /** Of what; of members unless said otherwise. */
    @Value.Default
    public Of of() {
        return Of.MEMBERS;
    }

    /** A number that must be present besides the share; 0 unless said otherwise. */
    @Value.Default
    public int atLeast() {
        return 0;
    }

    /** How many of a group must be present, by the group's name. */
    public abstract Map<String, Integer> perGroup();

    /** Offices whose holders must be present. */
    public abstract Set<Office> offices();

    /** Who counts; whoever is present unless said otherwise. */
    @Value.Default
    public By by() {
        return By.PRESENCE;
    }

    /** Sides that must be there in equal numbers, or nearly. */
    public abstract List<Parity> parity();

    /** Checks the numbers. */
    @Value.Check
    void check() {
        Checks.notNegative(atLeast(), "atLeast");
        perGroup().forEach((group, number) -> Checks.positive(number, group));
    }

    /** The number of people who must be present out of that many. */
    public long needed(long total) {
        return Math.max(minimum().needed(total), atLeast());
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a quorum; by default more than half of the members. */
    public static final class Builder extends ImmutableQuorum.Builder {
        Builder() {}
    }
}
