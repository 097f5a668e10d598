package org.iltlib.learning.enacted;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.learning.PurposeLimited;
import org.immutables.value.Value;

/**
 * When one class began and finished the units of its course. It serves growth only: a class may be behind for good
 * reasons, and being on pace says nothing of how well a unit was taught. Immutable.
 */
@Value.Immutable
public abstract class PacingLog implements Recordable, PurposeLimited.Growth {
    /** The written form. */
    public static final Form<PacingLog> FORM = Form.<PacingLog, Builder>built(PacingLog::builder, Builder::build)
            .field("id", EntryId.FORM, PacingLog::id, Builder::id)
            .field("pacing", EntryId.FORM, PacingLog::pacing, Builder::pacing)
            .field("section", Forms.TEXT, PacingLog::section, Builder::section)
            .field("teacher", PersonId.FORM, PacingLog::teacher, Builder::teacher)
            .list("units", UnitProgress.FORM, PacingLog::units, Builder::addAllUnits);

    /** The kind of entry. */
    public static final Kind<PacingLog> KIND = Kind.of("pacing-log", 1, PacingLog.class, FORM);

    PacingLog() {}

    @Override
    public abstract EntryId id();

    /** The recorded pacing calendar. */
    public abstract EntryId pacing();

    /** The class, by the school's id. */
    public abstract String section();

    /** Who teaches it, by pseudonymous id. */
    public abstract PersonId teacher();

    /** The units that were begun, each once. */
    public abstract List<UnitProgress> units();

    /** Checks that each unit stands once. */
    @Value.Check
    void check() {
        Checks.id(section(), "section");
        Checks.distinct(units().stream().map(UnitProgress::unit).toList(), "units");
    }

    /** The pacing calendar. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(pacing());
    }

    @Override
    public Kind<PacingLog> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a log; the units may be left out. */
    public static final class Builder extends ImmutablePacingLog.Builder {
        Builder() {}
    }
}
