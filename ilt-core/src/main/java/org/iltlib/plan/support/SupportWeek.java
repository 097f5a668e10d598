package org.iltlib.plan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What was delivered of an intervention in one of its weeks. Immutable. */
@Value.Immutable
public abstract class SupportWeek implements Recordable {
    /** The written form. */
    public static final Form<SupportWeek> FORM = Form.<SupportWeek, Builder>built(SupportWeek::builder, Builder::build)
            .field("id", EntryId.FORM, SupportWeek::id, Builder::id)
            .field("intervention", EntryId.FORM, SupportWeek::intervention, Builder::intervention)
            .field("firstDay", Forms.DATE, SupportWeek::firstDay, Builder::firstDay)
            .map("minutes", Forms.INTEGER, SupportWeek::minutes, Builder::putAllMinutes);

    /** The kind of entry. */
    public static final Kind<SupportWeek> KIND = Kind.of("support-week", 1, SupportWeek.class, FORM);

    SupportWeek() {}

    @Override
    public abstract EntryId id();

    /** The intervention. */
    public abstract EntryId intervention();

    /** The first day of the week. */
    public abstract LocalDate firstDay();

    /** The minutes that each student got, by id; who is not named got none. */
    public abstract Map<String, Integer> minutes();

    /** Checks the minutes. */
    @Value.Check
    void check() {
        minutes().forEach((student, count) -> {
            PersonId.of(student);
            Checks.require(
                    count >= 0 && count <= Dosage.MINUTES_OF_A_WEEK,
                    "minutes of %s is %s. Expected 0 to %s, the minutes of a week.",
                    student,
                    count,
                    Dosage.MINUTES_OF_A_WEEK);
        });
    }

    /** The intervention. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(intervention());
    }

    @Override
    public Kind<SupportWeek> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a week; every property but the minutes must be set. */
    public static final class Builder extends ImmutableSupportWeek.Builder {
        Builder() {}
    }
}
