package org.iltlib.custody;

import java.util.List;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One purpose for which identifiable data may be read: by whom, what, and how it is accounted for. Immutable. */
@Value.Immutable
public abstract class PurposeLimitation {
    /** The written form. */
    public static final Form<PurposeLimitation> FORM = Form.<PurposeLimitation, Builder>built(
                    PurposeLimitation::builder, Builder::build)
            .field("purpose", Forms.TEXT, PurposeLimitation::purpose, Builder::purpose)
            .list("roles", Forms.TEXT, limitation -> List.copyOf(limitation.roles()), Builder::addAllRoles)
            .list(
                    "reaches",
                    Forms.enumOf(Holding.Sort.class),
                    limitation -> List.copyOf(limitation.reaches()),
                    Builder::addAllReaches)
            .field("countedUpTo", Forms.INTEGER, PurposeLimitation::countedUpTo, Builder::countedUpTo);

    PurposeLimitation() {}

    /** The name by which requests state it: {@code attendance-follow-up}. */
    public abstract String purpose();

    /** The roles to which it is open, at least one, in order. */
    @Value.NaturalOrder
    public abstract SortedSet<String> roles();

    /** The sorts of data that it reaches, at least one, in order. */
    @Value.NaturalOrder
    public abstract SortedSet<Holding.Sort> reaches();

    /**
     * How many accesses of one person may stand in one entry of the log. 1, the default: each access is logged, before
     * it happens. More: accesses are counted, and the count is written when it is reached or the application asks for
     * it; a process that dies loses a count below it. 34 CFR 99.32(d)(2) asks for no record of a school official's
     * access at all.
     */
    @Value.Default
    public int countedUpTo() {
        return 1;
    }

    /** Whether accesses are counted rather than logged each. */
    public boolean isCounted() {
        return countedUpTo() > 1;
    }

    /** A purpose open to that role, which reaches these sorts of data; each access is logged. */
    public static PurposeLimitation of(String purpose, String role, Holding.Sort... reaches) {
        return builder().purpose(purpose).addRoles(role).addReaches(reaches).build();
    }

    /** Checks names, sets and number. */
    @Value.Check
    void check() {
        Checks.id(purpose(), "purpose");
        Checks.notEmpty(roles(), "roles").forEach(role -> Checks.id(role, "role"));
        Checks.notEmpty(reaches(), "reaches");
        Checks.positive(countedUpTo(), "countedUpTo");
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a limitation; all but the count must be set. */
    public static final class Builder extends ImmutablePurposeLimitation.Builder {
        Builder() {}
    }
}
