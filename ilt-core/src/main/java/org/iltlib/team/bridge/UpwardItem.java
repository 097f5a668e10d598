package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * Something that a team carries up to another and wants an answer to. Immutable; where it goes is told by {@link Hop}s,
 * what becomes of it by {@link ReportBack}s.
 */
@Value.Immutable
public abstract class UpwardItem implements Recordable {
    /** The written form. */
    public static final Form<UpwardItem> FORM = Form.<UpwardItem, Builder>built(UpwardItem::builder, Builder::build)
            .field("id", EntryId.FORM, UpwardItem::id, Builder::id)
            .field("fromTeam", TeamId.FORM, UpwardItem::fromTeam, Builder::fromTeam)
            .field("toTeam", TeamId.FORM, UpwardItem::toTeam, Builder::toTeam)
            .field("matter", Forms.enumOf(Matter.class), UpwardItem::matter, Builder::matter)
            .field("text", Forms.TEXT, UpwardItem::text, Builder::text)
            .field("raised", Forms.DATE, UpwardItem::raised, Builder::raised)
            .maybe("raisedBy", PersonId.FORM, UpwardItem::raisedBy, Builder::raisedBy)
            .maybe("unit", OrgUnitId.FORM, UpwardItem::unit, Builder::unit)
            .list("about", EntryId.FORM, UpwardItem::about, Builder::addAllAbout);

    /** The kind of entry. */
    public static final Kind<UpwardItem> KIND = Kind.of("upward-item", 1, UpwardItem.class, FORM);

    /** What is carried up. */
    public enum Matter {
        /** Something that stands in the way. */
        BARRIER,
        /** Something that is not clear. */
        QUESTION,
        /** Something to try or to change. */
        IDEA,
        /** What adults did: how far a practice is used. */
        ADULT_RESULT,
        /** What students learned. */
        STUDENT_RESULT
    }

    UpwardItem() {}

    @Override
    public abstract EntryId id();

    /** The team that raised it. */
    public abstract TeamId fromTeam();

    /** The team from which the answer is wanted; another one. */
    public abstract TeamId toTeam();

    /** What sort of thing it is. */
    public abstract Matter matter();

    /** The thing itself, in a sentence. */
    public abstract String text();

    /** The day on which it was raised. */
    public abstract LocalDate raised();

    /** Who raised it; nobody where the team did or the person does not want to be named. */
    public abstract Optional<PersonId> raisedBy();

    /** The classroom, grade or department it comes from. */
    public abstract Optional<OrgUnitId> unit();

    /** The entries it deals with, each once. */
    public abstract List<EntryId> about();

    /** Checks text, teams and entries. */
    @Value.Check
    void check() {
        Checks.text(text(), "text");
        Checks.distinct(about(), "about");
        Checks.require(
                !fromTeam().equals(toTeam()),
                "The item %s goes from %s to itself. Expected another team; what a team can settle alone is no item.",
                id(),
                fromTeam());
    }

    @Override
    public List<EntryId> basedOn() {
        return about();
    }

    @Override
    public Kind<UpwardItem> kind() {
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

    /** Builds an item; id, both teams, matter, text and day must be set. */
    public static final class Builder extends ImmutableUpwardItem.Builder {
        Builder() {}
    }
}
