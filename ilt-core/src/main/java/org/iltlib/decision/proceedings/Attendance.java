package org.iltlib.decision.proceedings;

import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Acts on who is there and who may vote. */
public sealed interface Attendance extends Act {

    /**
     * Somebody of the roll arrives.
     *
     * @param person who
     */
    record Came(PersonId person) implements Attendance {
        static final Form<Came> FORM = Form.of("person", PersonId.FORM, Came::person, Came::new);
    }

    /**
     * Somebody leaves. A ballot counts only if its voter is there at the close.
     *
     * @param person who
     */
    record Went(PersonId person) implements Attendance {
        static final Form<Went> FORM = Form.of("person", PersonId.FORM, Went::person, Went::new);
    }

    /**
     * A personal interest is declared by the one who moves it. Declared by another than the person, it has no effect until
     * it is ruled on, and does not keep the person from declaring it too.
     *
     * @param person whose interest
     * @param reason the interest, in a few words
     * @param interest its class
     */
    record Recused(PersonId person, String reason, Optional<Recusal.Interest> interest) implements Attendance {
        static final Form<Recused> FORM = Form.of(
                "person",
                PersonId.FORM,
                Recused::person,
                "reason",
                Forms.TEXT,
                Recused::reason,
                "interest",
                Forms.optional(Forms.enumOf(Recusal.Interest.class)),
                Recused::interest,
                Recused::new);

        /** Checks the words. */
        public Recused {
            Checks.text(reason, "reason");
        }
    }

    /**
     * A recusal is challenged by the one who moves it.
     *
     * @param person whose recusal
     * @param why the reason
     */
    record RecusalChallenged(PersonId person, String why) implements Attendance {
        static final Form<RecusalChallenged> FORM = Form.of(
                "person",
                PersonId.FORM,
                RecusalChallenged::person,
                "why",
                Forms.TEXT,
                RecusalChallenged::why,
                RecusalChallenged::new);

        /** Checks the words. */
        public RecusalChallenged {
            Checks.text(why, "why");
        }
    }

    /**
     * The one who moves it rules on a recusal: somebody in a seat, and not whose recusal it is, nor who declared or challenged
     * it.
     *
     * @param person whose recusal
     * @param upheld whether it stands
     * @param why the reason
     */
    record RecusalRuled(PersonId person, boolean upheld, String why) implements Attendance {
        static final Form<RecusalRuled> FORM = Form.of(
                "person",
                PersonId.FORM,
                RecusalRuled::person,
                "upheld",
                Forms.FLAG,
                RecusalRuled::upheld,
                "why",
                Forms.TEXT,
                RecusalRuled::why,
                RecusalRuled::new);

        /** Checks the words. */
        public RecusalRuled {
            Checks.text(why, "why");
        }
    }

    /**
     * Somebody stands in for a member, or an earlier word about it is taken back. What it does is up to the rules of the
     * room. A proxy is given and a vote is delegated by the member alone. About an alternate the member may say anything;
     * another, who must hold a seat, only before that seat has voted in this round, not against a proxy or delegation that
     * the member gave, and names one only while the member is absent.
     *
     * @param substitution who for whom, and how
     */
    record Substituted(Substitution substitution) implements Attendance {
        static final Form<Substituted> FORM =
                Form.of("substitution", Substitution.FORM, Substituted::substitution, Substituted::new);
    }
}
