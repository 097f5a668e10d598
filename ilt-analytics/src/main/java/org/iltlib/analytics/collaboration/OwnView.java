package org.iltlib.analytics.collaboration;

import java.util.List;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/** How one person works with others, for that person only. Immutable. */
@Value.Immutable
public abstract class OwnView {
    OwnView() {}

    /** Whose view it is. */
    public abstract PersonId person();

    /** The ties of that person, by partner, then by kind. */
    public abstract List<Tie> ties();

    /** With how many people. */
    public abstract int partners();

    /** With how many people of other departments. */
    public abstract int partnersOutside();

    /** Whether others would lose touch with one another without this person. */
    public abstract boolean broker();

    /** Whether this person works with nobody. */
    public boolean isIsolate() {
        return ties().isEmpty();
    }

    /** The minutes of all ties. */
    public long minutes() {
        return ties().stream().mapToLong(Tie::minutes).sum();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a view; for this package. */
    static final class Builder extends ImmutableOwnView.Builder {
        Builder() {}
    }
}
