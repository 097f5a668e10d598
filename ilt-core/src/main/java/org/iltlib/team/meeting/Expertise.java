package org.iltlib.team.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * What a member knows well, in their own words. A change is a new entry that cites this one. It is there so that a team
 * asks those who know; it is no appraisal. Immutable.
 */
@Value.Immutable
public abstract class Expertise implements Recordable {
    /** The written form. */
    public static final Form<Expertise> FORM = Form.<Expertise, Builder>built(Expertise::builder, Builder::build)
            .field("id", EntryId.FORM, Expertise::id, Builder::id)
            .field("person", PersonId.FORM, Expertise::person, Builder::person)
            .set("topics", Forms.TEXT, Expertise::topics, Builder::addAllTopics)
            .field("on", Forms.DATE, Expertise::on, Builder::on)
            .maybe("replaces", EntryId.FORM, Expertise::replaces, Builder::replaces);

    /** The kind of entry. */
    public static final Kind<Expertise> KIND = Kind.of("expertise", 1, Expertise.class, FORM);

    Expertise() {}

    @Override
    public abstract EntryId id();

    /** Who. */
    public abstract PersonId person();

    /** What they know well, in the words in which agendas name topics; empty if they no longer want to be asked. */
    public abstract Set<String> topics();

    /** The day on which they said so. */
    public abstract LocalDate on();

    /** The earlier entry that this one replaces. */
    public abstract Optional<EntryId> replaces();

    /** Checks the topics. */
    @Value.Check
    void check() {
        topics().forEach(topic -> Checks.text(topic, "topic"));
    }

    @Override
    public List<EntryId> basedOn() {
        return replaces().stream().toList();
    }

    @Override
    public Kind<Expertise> kind() {
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

    /** Builds an expertise; id, person and day must be set. */
    public static final class Builder extends ImmutableExpertise.Builder {
        Builder() {}
    }
}
