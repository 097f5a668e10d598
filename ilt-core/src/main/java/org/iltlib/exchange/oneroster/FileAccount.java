package org.iltlib.exchange.oneroster;

import org.iltlib.base.Checks;
import org.immutables.value.Value;

/** What became of the rows of one file; every row is accepted, repaired or refused. Immutable. */
@Value.Immutable
public abstract class FileAccount {
    FileAccount() {}

    /** The file. */
    public abstract OneRosterFile file();

    /** The rows in the file, without the header. */
    public abstract int read();

    /** The rows taken as they stood. */
    public abstract int accepted();

    /** The rows taken after a repair that is reported. */
    public abstract int repaired();

    /** The rows not taken; each has a diagnostic. */
    public abstract int refused();

    /** Checks that every row is accounted for. */
    @Value.Check
    void check() {
        Checks.require(
                read() == accepted() + repaired() + refused(),
                "%s: %s rows read, but %s accounted for.",
                file(),
                read(),
                accepted() + repaired() + refused());
    }

    /** Builds an account. */
    static final class Builder extends ImmutableFileAccount.Builder {
        Builder() {}
    }
}
