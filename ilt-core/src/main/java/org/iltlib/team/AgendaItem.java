package org.iltlib.team;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One point of a meeting: what for, what about, how long. Immutable. */
@Value.Immutable
public abstract class AgendaItem {
    /** The written form. */
    public static final Form<AgendaItem> FORM = Form.<AgendaItem, Builder>built(AgendaItem::builder, Builder::build)
            .field("title", Forms.TEXT, AgendaItem::title, Builder::title)
            .field("purpose", Forms.enumOf(Purpose.class), AgendaItem::purpose, Builder::purpose)
            .field("category", Forms.enumOf(Category.class), AgendaItem::category, Builder::category)
            .field("minutes", Forms.INTEGER, AgendaItem::minutes, Builder::minutes)
            .maybe("owner", PersonId.FORM, AgendaItem::owner, Builder::owner)
            .list("about", EntryId.FORM, AgendaItem::about, Builder::addAllAbout)
            .set("topics", Forms.TEXT, AgendaItem::topics, Builder::addAllTopics)
            .field("closed", Forms.FLAG, AgendaItem::closed, Builder::closed);

    /** What a point is for. */
    public enum Purpose {
        /** Members are told something. */
        INFORM,
        /** Members are asked. */
        CONSULT,
        /** Members decide. */
        DECIDE,
        /** Members learn. */
        LEARN
    }

    /** What a point is about. */
    public enum Category {
        /** Teaching and learning: evidence, practice, plans to improve them. */
        INSTRUCTIONAL,
        /** Running the school: schedules, duties, events. */
        OPERATIONAL,
        /** Running the meeting: opening, norms, reflection. */
        PROCEDURAL
    }

    AgendaItem() {}

    /** What it is called. */
    public abstract String title();

    /** What it is for. */
    public abstract Purpose purpose();

    /** What it is about. */
    public abstract Category category();

    /** How long it took, or is to take, in minutes; zero or more. */
    public abstract int minutes();

    /** Who leads it. */
    public abstract Optional<PersonId> owner();

    /** The entries it deals with: a proposal, evidence to read before. */
    public abstract List<EntryId> about();

    /** The fields of knowledge it calls for, in the team's own words: {@code fractions}, {@code language learners}. */
    public abstract Set<String> topics();

    /** Whether it was finished in the meeting; not unless said so. */
    @Value.Default
    public boolean closed() {
        return false;
    }

    /** Checks title, topics and minutes. */
    @Value.Check
    void check() {
        Checks.text(title(), "title");
        topics().forEach(topic -> Checks.text(topic, "topic"));
        Checks.notNegative(minutes(), "minutes");
    }

    /** A point with nothing more than that. */
    public static AgendaItem of(String title, Purpose purpose, Category category, int minutes) {
        return builder()
                .title(title)
                .purpose(purpose)
                .category(category)
                .minutes(minutes)
                .build();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a point; title, purpose, category and minutes must be set. */
    public static final class Builder extends ImmutableAgendaItem.Builder {
        Builder() {}
    }
}
