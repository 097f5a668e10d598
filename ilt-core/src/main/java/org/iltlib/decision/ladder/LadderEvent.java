package org.iltlib.decision.ladder;

import java.time.LocalDate;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Dissent;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Something that happened on the way up a ladder. What a ladder is played with. Immutable. */
public sealed interface LadderEvent
        permits Sitting,
                Ruling,
                LadderEvent.Help,
                LadderEvent.Study,
                LadderEvent.Reconsideration,
                LadderEvent.WrittenDissent {

    /** The written form, tagged {@code event}. */
    static Form<LadderEvent> form() {
        return Forms.<LadderEvent>family("event")
                .when("sitting", Sitting.class, Sitting.FORM)
                .when("ruling", Ruling.class, Ruling.FORM)
                .when("help", Help.class, Help.FORM)
                .when("study", Study.class, Study.FORM)
                .when("reconsideration", Reconsideration.class, Reconsideration.FORM)
                .when("writtenDissent", WrittenDissent.class, WrittenDissent.FORM);
    }

    /** The day. */
    LocalDate heldOn();

    /**
     * Somebody helped the body to agree, and decided nothing.
     *
     * @param heldOn the day
     * @param helper who, in the words of the step
     * @param what what was done, in short
     */
    record Help(LocalDate heldOn, String helper, String what) implements LadderEvent {
        /** The written form. */
        public static final Form<Help> FORM = Form.of(
                "heldOn",
                Forms.DATE,
                Help::heldOn,
                "helper",
                Forms.TEXT,
                Help::helper,
                "what",
                Forms.TEXT,
                Help::what,
                Help::new);

        /** Checks the texts. */
        public Help {
            Checks.text(helper, "helper");
            Checks.text(what, "what");
        }
    }

    /**
     * The team studied what a larger body did not approve, so that the same text may come again.
     *
     * @param heldOn the day
     * @param findings what was found, in short
     */
    record Study(LocalDate heldOn, String findings) implements LadderEvent {
        /** The written form. */
        public static final Form<Study> FORM =
                Form.of("heldOn", Forms.DATE, Study::heldOn, "findings", Forms.TEXT, Study::findings, Study::new);

        /** Checks the text. */
        public Study {
            Checks.text(findings, "findings");
        }
    }

    /**
     * A motion to reconsider a vote that ended the matter, moved by somebody who voted on the prevailing side, and
     * carried. Whether a second and a vote carry it is for the body's rules; record it once it is carried.
     *
     * @param heldOn the day
     * @param movedBy who moved it
     * @param reason why
     */
    record Reconsideration(LocalDate heldOn, PersonId movedBy, String reason) implements LadderEvent {
        /** The written form. */
        public static final Form<Reconsideration> FORM = Form.of(
                "heldOn",
                Forms.DATE,
                Reconsideration::heldOn,
                "movedBy",
                PersonId.FORM,
                Reconsideration::movedBy,
                "reason",
                Forms.TEXT,
                Reconsideration::reason,
                Reconsideration::new);

        /** Checks the reason. */
        public Reconsideration {
            Checks.text(reason, "reason");
        }
    }

    /**
     * Written dissent from what was adopted, in time or not.
     *
     * @param heldOn the day on which it came in
     * @param dissent the dissent
     */
    record WrittenDissent(LocalDate heldOn, Dissent dissent) implements LadderEvent {
        /** The written form. */
        public static final Form<WrittenDissent> FORM = Form.of(
                "heldOn",
                Forms.DATE,
                WrittenDissent::heldOn,
                "dissent",
                Dissent.FORM,
                WrittenDissent::dissent,
                WrittenDissent::new);
    }
}
