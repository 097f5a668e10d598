package org.iltlib.finding;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A gap between where students or teachers are and where they should be, named by the team from its findings.
 * Immutable.
 */
@Value.Immutable
public abstract class Need implements Recordable {
    /** The written form. */
    public static final Form<Need> FORM = Form.<Need, Builder>built(Need::builder, Builder::build)
            .field("id", EntryId.FORM, Need::id, Builder::id)
            .field("whose", Forms.enumOf(NeedKind.class), Need::whose, Builder::whose)
            .field("statement", Forms.TEXT, Need::statement, Builder::statement)
            .list("findings", EntryId.FORM, Need::findings, Builder::addAllFindings)
            .field("severity", Forms.NUMBER, Need::severity, Builder::severity)
            .field("reach", Forms.LONG, Need::reach, Builder::reach)
            .maybe("area", Forms.enumOf(NeedArea.class), Need::area, Builder::area);

    /** How it stands in a record. */
    public static final Kind<Need> KIND = Kind.of("need", 1, Need.class, FORM);

    Need() {}

    @Override
    public abstract EntryId id();

    /** Whether students or teachers need it. */
    public abstract NeedKind whose();

    /** One sentence. */
    public abstract String statement();

    /** The findings or gaps that it rests on, at least one. */
    public abstract List<EntryId> findings();

    /** How far the present lies from what is wanted, in standard deviations; zero or more. */
    public abstract double severity();

    /** How many students or teachers it concerns. */
    public abstract long reach();

    /** In what it lies; an area of whose need it is. */
    public abstract Optional<NeedArea> area();

    @Override
    public List<EntryId> basedOn() {
        return findings();
    }

    @Override
    public Kind<Need> kind() {
        return KIND;
    }

    /** Checks the statement, the findings, the severity and the reach. */
    @Value.Check
    void check() {
        Checks.text(statement(), "statement");
        Checks.distinct(Checks.notEmpty(findings(), "findings"), "findings");
        Checks.finite(severity(), "severity");
        Checks.require(
                severity() >= 0,
                "severity is %s. Expected zero or more. Maybe the sign of a difference was kept.",
                severity());
        Checks.notNegative(reach(), "reach");
        area().ifPresent(area -> Checks.require(
                area.whose() == whose(),
                "area is %s, a need of a %s. The need is of a %s. Maybe one of %s.",
                area.name(),
                area.whose().name(),
                whose().name(),
                NeedArea.listOf(whose())));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a need; every property but the area must be set. */
    public static final class Builder extends ImmutableNeed.Builder {
        Builder() {}
    }
}
