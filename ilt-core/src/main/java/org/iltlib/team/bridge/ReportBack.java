package org.iltlib.team.bridge;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * An answer to an {@link UpwardItem}, carried back down. It closes the loop only if it {@link Answer#isFinal is final} and
 * has come to the team that raised the item. Immutable.
 */
@Value.Immutable
public abstract class ReportBack implements Recordable {
    /** The written form. */
    public static final Form<ReportBack> FORM = Form.<ReportBack, Builder>built(ReportBack::builder, Builder::build)
            .field("id", EntryId.FORM, ReportBack::id, Builder::id)
            .field("item", EntryId.FORM, ReportBack::item, Builder::item)
            .field("fromTeam", TeamId.FORM, ReportBack::fromTeam, Builder::fromTeam)
            .field("toTeam", TeamId.FORM, ReportBack::toTeam, Builder::toTeam)
            .field("answer", Forms.enumOf(Answer.class), ReportBack::answer, Builder::answer)
            .field("text", Forms.TEXT, ReportBack::text, Builder::text)
            .field("on", Forms.DATE, ReportBack::on, Builder::on)
            .list("about", EntryId.FORM, ReportBack::about, Builder::addAllAbout);

    /** The kind of entry. */
    public static final Kind<ReportBack> KIND = Kind.of("report-back", 1, ReportBack.class, FORM);

    /** What an answer comes to. */
    public enum Answer {
        /** It was done. */
        DONE("We did"),
        /** It will be done; the text says when. */
        WILL_BE_DONE("We will"),
        /** It will not be done; the text says why. */
        WILL_NOT_BE_DONE("We will not"),
        /** A question was answered, a result taken note of. */
        ANSWERED("We answer"),
        /** It is being looked at; this closes nothing. */
        IN_HAND("We are looking at it");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        /** Whether those who raised the item know now what becomes of it. */
        public boolean isFinal() {
            return this != IN_HAND;
        }

        /** In words: {@code We did}. */
        @Override
        public String toString() {
            return words;
        }
    }

    ReportBack() {}

    @Override
    public abstract EntryId id();

    /** The item. */
    public abstract EntryId item();

    /** The team that answers or hands the answer down. */
    public abstract TeamId fromTeam();

    /** The team that was told; another one. */
    public abstract TeamId toTeam();

    /** What the answer comes to. */
    public abstract Answer answer();

    /** What was done, or will be, or why not. */
    public abstract String text();

    /** The day on which the team was told. */
    public abstract LocalDate on();

    /** The entries behind the answer: a decision, a commitment; each once. */
    public abstract List<EntryId> about();

    /** Checks text and teams. */
    @Value.Check
    void check() {
        Checks.text(text(), "text");
        Checks.distinct(about(), "about");
        Checks.require(!fromTeam().equals(toTeam()), "The answer to %s goes from %s to itself.", item(), fromTeam());
    }

    /** The item, then what is behind the answer. */
    @Override
    public List<EntryId> basedOn() {
        return Stream.concat(Stream.of(item()), about().stream()).distinct().toList();
    }

    @Override
    public Kind<ReportBack> kind() {
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

    /** Builds an answer; only the entries behind it may be left out. */
    public static final class Builder extends ImmutableReportBack.Builder {
        Builder() {}
    }
}
