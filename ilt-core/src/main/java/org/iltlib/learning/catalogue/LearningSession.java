package org.iltlib.learning.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** One meeting of professional learning as it was: when, how long, who was enrolled and who came. Immutable. */
@Value.Immutable
public abstract class LearningSession implements Recordable {
    private static final int LONGEST = 24 * 60;

    /** The written form. */
    public static final Form<LearningSession> FORM = Form.<LearningSession, Builder>built(
                    LearningSession::builder, Builder::build)
            .field("id", EntryId.FORM, LearningSession::id, Builder::id)
            .field("learning", EntryId.FORM, LearningSession::learning, Builder::learning)
            .field("on", Forms.DATE, LearningSession::on, Builder::on)
            .field("minutes", Forms.INTEGER, LearningSession::minutes, Builder::minutes)
            .set("enrolled", PersonId.FORM, LearningSession::enrolled, Builder::addAllEnrolled)
            .set("attended", PersonId.FORM, LearningSession::attended, Builder::addAllAttended);

    /** The kind of entry. */
    public static final Kind<LearningSession> KIND = Kind.of("learning-session", 1, LearningSession.class, FORM);

    LearningSession() {}

    @Override
    public abstract EntryId id();

    /** The professional learning of which it is a meeting. */
    public abstract EntryId learning();

    /** The day. */
    public abstract LocalDate on();

    /** How long it was, 1 to 1,440 minutes. */
    public abstract int minutes();

    /** Who was expected; empty if nobody had to enrol. */
    public abstract Set<PersonId> enrolled();

    /** Who came, enrolled or not. */
    public abstract Set<PersonId> attended();

    /** Checks the minutes. */
    @Value.Check
    void check() {
        Checks.require(
                minutes() >= 1 && minutes() <= LONGEST,
                "minutes are %s. Expected 1 to %s. Maybe they are seconds, or hours were left empty.",
                minutes(),
                LONGEST);
    }

    /** The professional learning. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(learning());
    }

    @Override
    public Kind<LearningSession> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a session; who was enrolled and who came may be left out. */
    public static final class Builder extends ImmutableLearningSession.Builder {
        Builder() {}
    }
}
