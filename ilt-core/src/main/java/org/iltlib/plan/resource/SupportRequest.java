package org.iltlib.plan.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.finding.NeedArea;
import org.iltlib.finding.NeedKind;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a teacher asked for in order to teach: materials, time, help. It tells the school and the years of experience, and
 * names nobody. Immutable.
 */
@Value.Immutable
public abstract class SupportRequest implements Recordable {
    /** The written form. */
    public static final Form<SupportRequest> FORM = Form.<SupportRequest, Builder>built(
                    SupportRequest::builder, Builder::build)
            .field("id", EntryId.FORM, SupportRequest::id, Builder::id)
            .field("unit", OrgUnitId.FORM, SupportRequest::unit, Builder::unit)
            .field("area", Forms.enumOf(NeedArea.class), SupportRequest::area, Builder::area)
            .field("what", Forms.TEXT, SupportRequest::what, Builder::what)
            .field("askedOn", Forms.DATE, SupportRequest::askedOn, Builder::askedOn)
            .maybe("neededBy", Forms.DATE, SupportRequest::neededBy, Builder::neededBy)
            .maybe("yearsTeaching", Forms.INTEGER, SupportRequest::yearsTeaching, Builder::yearsTeaching);

    /** The kind of entry. */
    public static final Kind<SupportRequest> KIND = Kind.of("support-request", 1, SupportRequest.class, FORM);

    SupportRequest() {}

    @Override
    public abstract EntryId id();

    /** The school or department in which it was asked. */
    public abstract OrgUnitId unit();

    /** In what it lies; an area of teachers. */
    public abstract NeedArea area();

    /** What was asked for. */
    public abstract String what();

    /** The day on which it was asked for. */
    public abstract LocalDate askedOn();

    /** The day from which on it is needed: the first day of a unit, say. */
    public abstract Optional<LocalDate> neededBy();

    /** How many years the one who asked has taught, if told; zero or more. */
    public abstract Optional<Integer> yearsTeaching();

    /** Checks area, text and years. */
    @Value.Check
    void check() {
        Checks.require(
                area().whose() == NeedKind.TEACHER,
                "area is %s, a need of students. Expected one of %s.",
                area().name(),
                NeedArea.listOf(NeedKind.TEACHER));
        Checks.text(what(), "what");
        yearsTeaching().ifPresent(years -> Checks.notNegative(years, "yearsTeaching"));
    }

    /** Nothing. */
    @Override
    public List<EntryId> basedOn() {
        return List.of();
    }

    @Override
    public Kind<SupportRequest> kind() {
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

    /** Builds a request; id, unit, area, what and the day must be set. */
    public static final class Builder extends ImmutableSupportRequest.Builder {
        Builder() {}
    }
}
