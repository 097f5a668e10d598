package org.iltlib.decision.proceedings;

import java.util.Optional;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Acts on ballots. Open ballots name their position; sealed ones, of an anonymous vote, only commit to it. */
public sealed interface Voting extends Act {

    /**
     * Somebody votes, or says that they abstain. A casting vote is cast only by whoever holds the office that settles a tie by
     * the rules, and stays unknown to others unless a tie opens it.
     *
     * @param ballot the ballot, on the text as it stands
     */
    record Cast(Ballot ballot) implements Voting {
        static final Form<Cast> FORM = Form.of("ballot", Ballot.FORM, Cast::ballot, Cast::new);
    }

    /**
     * Somebody who has voted votes otherwise; the earlier ballot is void.
     *
     * @param ballot the new ballot, on the text as it stands
     */
    record Changed(Ballot ballot) implements Voting {
        static final Form<Changed> FORM = Form.of("ballot", Ballot.FORM, Changed::ballot, Changed::new);
    }

    /**
     * Somebody hands in a sealed envelope.
     *
     * @param person whose
     * @param commitment the {@linkplain Envelope#commitment() commitment} to the ballot in it
     */
    record Sealed(PersonId person, String commitment) implements Voting {
        /** The written form. */
        public static final Form<Sealed> FORM = Form.of(
                "person", PersonId.FORM, Sealed::person, "commitment", Forms.TEXT, Sealed::commitment, Sealed::new);

        /** Checks the digits. */
        public Sealed {
            Envelope.digest(commitment, "commitment");
        }
    }

    /**
     * Somebody hands in another envelope in the place of the earlier one.
     *
     * @param person whose
     * @param commitment the {@linkplain Envelope#commitment() commitment} to the ballot in it
     */
    record Resealed(PersonId person, String commitment) implements Voting {
        static final Form<Resealed> FORM = Form.of(
                "person",
                PersonId.FORM,
                Resealed::person,
                "commitment",
                Forms.TEXT,
                Resealed::commitment,
                Resealed::new);

        /** Checks the digits. */
        public Resealed {
            Envelope.digest(commitment, "commitment");
        }
    }

    /**
     * Somebody takes the ballot or envelope back, and has not voted; or takes back the casting vote, and keeps the ballot.
     *
     * @param person whose
     * @param casting whether it is the casting vote
     */
    record TakenBack(PersonId person, boolean casting) implements Voting {
        static final Form<TakenBack> FORM = Form.of(
                "person",
                PersonId.FORM,
                TakenBack::person,
                "casting",
                Forms.optional(Forms.FLAG),
                back -> Optional.of(back.casting()).filter(casting -> casting),
                (person, casting) -> new TakenBack(person, casting.orElse(false)));

        /** The ballot or envelope of that person. */
        public TakenBack(PersonId person) {
            this(person, false);
        }
    }
}
