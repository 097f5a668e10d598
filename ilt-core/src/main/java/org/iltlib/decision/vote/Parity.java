package org.iltlib.decision.vote;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Two sides are present in equal numbers, or nearly: as many parents as staff.
 *
 * @param one the one side
 * @param other the other; no group stands on both
 * @param within by how many the numbers may differ; 0 for strict parity
 */
public record Parity(Side one, Side other, int within) {
    /** The written form. */
    public static final Form<Parity> FORM = Form.of(
            "one",
            Side.FORM,
            Parity::one,
            "other",
            Side.FORM,
            Parity::other,
            "within",
            Forms.INTEGER,
            Parity::within,
            Parity::new);

    /**
     * One side.
     *
     * @param name what it is called, in the plural: {@code staff}
     * @param groups whose voting seats make it up, at least one
     */
    public record Side(String name, Set<StakeholderGroup> groups) {
        /** The written form. */
        public static final Form<Side> FORM = Form.of(
                "name", Forms.TEXT, Side::name, "groups", Forms.setOf(StakeholderGroup.FORM), Side::groups, Side::new);

        /** Checks the name and copies the groups, in order. */
        public Side {
            Checks.text(name, "name");
            groups = Collections.unmodifiableSet(new TreeSet<>(Checks.notEmpty(groups, "groups")));
        }

        /** That side. */
        public static Side of(String name, StakeholderGroup... groups) {
            return new Side(name, Set.of(groups));
        }
    }

    /** Checks that the sides are two and the number is not negative. */
    public Parity {
        Checks.notNegative(within, "within");
        for (StakeholderGroup group : one.groups()) {
            Checks.require(
                    !other.groups().contains(group), "%s stands on both sides. Expected each group on one.", group);
        }
    }

    /** Equal numbers of the two. */
    public static Parity of(Side one, Side other) {
        return new Parity(one, other, 0);
    }

    /** Whether these numbers are close enough. */
    public boolean isMetBy(long ones, long others) {
        return Math.abs(Math.subtractExact(ones, others)) <= within;
    }
}
