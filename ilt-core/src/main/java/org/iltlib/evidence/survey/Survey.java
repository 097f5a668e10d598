package org.iltlib.evidence.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * One administration of an instrument: where, when, to how many, and how they are protected. Who answered is never kept;
 * the answers stay outside the record (see {@link SurveyResponses}). Immutable.
 */
@Value.Immutable
public abstract class Survey implements Recordable {
    /** The written form. */
    public static final Form<Survey> FORM = Form.<Survey, Builder>built(Survey::builder, Builder::build)
            .field("id", EntryId.FORM, Survey::id, Builder::id)
            .field("instrument", EntryId.FORM, Survey::instrument, Builder::instrument)
            .field("unit", OrgUnitId.FORM, Survey::unit, Builder::unit)
            .field("audience", Forms.TEXT, Survey::audience, Builder::audience)
            .field("opened", Forms.DATE, Survey::opened, Builder::opened)
            .field("closed", Forms.DATE, Survey::closed, Builder::closed)
            .field("invited", Forms.INTEGER, Survey::invited, Builder::invited)
            .map("invitedByGroup", Forms.mapOf(Forms.INTEGER), Survey::invitedByGroup, Builder::putAllInvitedByGroup)
            .maybe("sampling", Forms.TEXT, Survey::sampling, Builder::sampling)
            .field("anonymity", Anonymity.FORM, Survey::anonymity, Builder::anonymity)
            .maybe("follows", EntryId.FORM, Survey::follows, Builder::follows);

    /** How it stands in a record. */
    public static final Kind<Survey> KIND = Kind.of("survey", 1, Survey.class, FORM);

    Survey() {}

    @Override
    public abstract EntryId id();

    /** The entry of the {@link Instrument}. */
    public abstract EntryId instrument();

    /** The school or district. */
    public abstract OrgUnitId unit();

    /** Who was asked, in words: {@code staff}, {@code students of grades 3 to 8}. */
    public abstract String audience();

    /** The first day. */
    public abstract LocalDate opened();

    /** The last day, not before {@link #opened()}. */
    public abstract LocalDate closed();

    /** How many were asked, at least 1. */
    public abstract int invited();

    /** How many were asked in each group, by what groups them and the group's name; each grouping sums to all asked. */
    public abstract Map<String, Map<String, Integer>> invitedByGroup();

    /** How those asked were chosen, where it was not everybody. */
    public abstract Optional<String> sampling();

    /** What those asked were promised; five and ten unless said otherwise. */
    @Value.Default
    public Anonymity anonymity() {
        return Anonymity.USUAL;
    }

    /** The administration before this one, to which it is compared. */
    public abstract Optional<EntryId> follows();

    /** Checks texts, dates and that each grouping has as many as were asked. */
    @Value.Check
    void check() {
        Checks.text(audience(), "audience");
        sampling().ifPresent(text -> Checks.text(text, "sampling"));
        Checks.require(
                !closed().isBefore(opened()),
                "The survey closes on %s, before it opens on %s. Maybe the two are swapped.",
                closed(),
                opened());
        Checks.positive(invited(), "invited");
        invitedByGroup().forEach((by, groups) -> {
            Checks.id(by, "grouping");
            groups.forEach((group, number) -> Checks.notNegative(number, "invited of " + group));
            long sum = groups.values().stream().mapToLong(Integer::longValue).sum();
            Checks.require(
                    sum == invited(),
                    "By %s %s were asked, in all %s. Expected as many. Maybe a group is left out.",
                    by,
                    sum,
                    invited());
        });
    }

    /** The instrument and the administration before. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(instrument()), follows().stream())
                .distinct()
                .toList();
    }

    @Override
    public Kind<Survey> kind() {
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

    /** Builds a survey; id, instrument, unit, audience, dates and the number invited must be set. */
    public static final class Builder extends ImmutableSurvey.Builder {
        Builder() {}
    }
}
