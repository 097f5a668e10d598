package org.iltlib.decision.proceedings;

import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** An objection and how far it has come. Its words stay, whatever becomes of it. Immutable. */
@Value.Immutable
public abstract class Objection {
    /** The written form. */
    public static final Form<Objection> FORM = Form.<Objection, Builder>built(Objection::builder, Builder::build)
            .field("id", Forms.TEXT, Objection::id, Builder::id)
            .field("person", PersonId.FORM, Objection::person, Builder::person)
            .field("reason", Forms.TEXT, Objection::reason, Builder::reason)
            .field("raisedOn", Forms.INTEGER, Objection::raisedOn, Builder::raisedOn)
            .field("life", Forms.enumOf(Life.class), Objection::life, Builder::life)
            .maybe("testedBy", Forms.TEXT, Objection::testedBy, Builder::testedBy)
            .maybe("settledBy", Forms.TEXT, Objection::settledBy, Builder::settledBy)
            .field("renewed", Forms.FLAG, false, Objection::renewed, Builder::renewed);

    /** How far an objection has come. */
    public enum Life {
        /** Said, not yet tested. */
        RAISED("raised"),
        /** Tested and found to be none; it stops nothing. */
        INVALID("invalid"),
        /** Tested and found to be one. */
        VALID("valid"),
        /** Worked into the text. */
        INTEGRATED("integrated"),
        /** Taken back by the objector. */
        WITHDRAWN("withdrawn"),
        /** Overridden by a rule of the body. */
        OVERRIDDEN("overridden"),
        /** Unsettled when the round was closed, and not found invalid; it may yet be settled. */
        STANDING("standing");

        private final String words;

        Life(String words) {
            this.words = words;
        }

        /** In words: {@code integrated}. */
        @Override
        public String toString() {
            return words;
        }
    }

    Objection() {}

    /** Its id in the proceedings. */
    public abstract String id();

    /** Who raised it. */
    public abstract PersonId person();

    /** The objection in the objector's own words. */
    public abstract String reason();

    /** The revision of the text against which it was raised. */
    public abstract int raisedOn();

    /** How far it has come. */
    public abstract Life life();

    /** The rule by which it was tested. */
    public abstract Optional<String> testedBy();

    /** How it was worked in, or the rule that overrode it. */
    public abstract Optional<String> settledBy();

    /**
     * Whether a block that the objector hands in, or handed in, since it was settled stands for itself: after withdrawing
     * it or its being worked in, and in every later round. Not unless said so.
     */
    @Value.Default
    public boolean renewed() {
        return false;
    }

    /** As it goes into a new round: what settled it before silences nobody there. */
    Objection intoNextRound() {
        return life() == Life.RAISED || stops()
                ? this
                : builder().from(this).renewed(true).build();
    }

    /** Whether it is valid and not settled. */
    public boolean stops() {
        return life() == Life.VALID || life() == Life.STANDING;
    }

    static Builder builder() {
        return new Builder();
    }

    Builder toBuilder() {
        return builder().from(this);
    }

    static final class Builder extends ImmutableObjection.Builder {
        Builder() {}
    }
}
