package org.iltlib.learning.peers;

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

/** Teachers planned together: who, for how long, on which questions, and what they have to show for it. Immutable. */
@Value.Immutable
public abstract class PlanningSession implements Recordable {
    private static final int LONGEST = 24 * 60;

    /** The written form. */
    public static final Form<PlanningSession> FORM = Form.<PlanningSession, Builder>built(
                    PlanningSession::builder, Builder::build)
            .field("id", EntryId.FORM, PlanningSession::id, Builder::id)
            .field("on", Forms.DATE, PlanningSession::on, Builder::on)
            .field("minutes", Forms.INTEGER, PlanningSession::minutes, Builder::minutes)
            .list("present", PersonId.FORM, PlanningSession::present, Builder::addAllPresent)
            .set("questions", Forms.enumOf(PlcQuestion.class), PlanningSession::questions, Builder::addAllQuestions)
            .maybe("product", Forms.TEXT, PlanningSession::product, Builder::product)
            .list("basedOn", EntryId.FORM, PlanningSession::basedOn, Builder::addAllBasedOn);

    /** The kind of entry. */
    public static final Kind<PlanningSession> KIND = Kind.of("planning-session", 1, PlanningSession.class, FORM);

    PlanningSession() {}

    @Override
    public abstract EntryId id();

    /** The day. */
    public abstract LocalDate on();

    /** How long, 1 to 1,440 minutes. */
    public abstract int minutes();

    /** Who was there, each once; at least two. */
    public abstract List<PersonId> present();

    /** The questions that were worked on; may be empty. */
    public abstract Set<PlcQuestion> questions();

    /** What came of it: a lesson plan, a common assessment. */
    public abstract Optional<String> product();

    /** The goal or the unit that it serves; may be empty. */
    @Override
    public abstract List<EntryId> basedOn();

    /** Checks minutes, people and product. */
    @Value.Check
    void check() {
        Checks.require(minutes() >= 1 && minutes() <= LONGEST, "minutes are %s. Expected 1 to %s.", minutes(), LONGEST);
        Checks.distinct(present(), "present");
        Checks.require(present().size() >= 2, "present are %s. Expected two people at least.", present());
        product().ifPresent(text -> Checks.text(text, "product"));
        Checks.distinct(basedOn(), "basedOn");
    }

    @Override
    public Kind<PlanningSession> kind() {
        return KIND;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a session; questions, product and what it is based on may be left out. */
    public static final class Builder extends ImmutablePlanningSession.Builder {
        Builder() {}
    }
}
