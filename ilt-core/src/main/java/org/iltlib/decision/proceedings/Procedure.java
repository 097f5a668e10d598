package org.iltlib.decision.proceedings;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Acts that open, change and close a vote. */
public sealed interface Procedure extends Act {

    /**
     * The matter is opened for voting; always the first act, and only the first.
     *
     * @param context the proposal, the revision of its text, round 1, and the rules of the room
     * @param roll who may vote, and who is present at the opening
     * @param rules how it is decided and until when
     */
    record Opened(VotingContext context, VotingRoll roll, Rules rules) implements Procedure {
        static final Form<Opened> FORM = Form.of(
                "context",
                VotingContext.FORM,
                Opened::context,
                "roll",
                VotingRoll.FORM,
                Opened::roll,
                "rules",
                Rules.FORM,
                Opened::rules,
                Opened::new);
    }

    /**
     * The next step of a ladder begins, perhaps before another body, under rules of its own; only after a close. The
     * text is the one as it stands.
     *
     * @param context the proposal, the revision of its text, round 1 of the step, and the rules of the room
     * @param roll who may vote in this step, and who is present as it begins
     * @param rules how this step decides and until when
     */
    record StepBegun(VotingContext context, VotingRoll roll, Rules rules) implements Procedure {
        static final Form<StepBegun> FORM = Form.of(
                "context",
                VotingContext.FORM,
                StepBegun::context,
                "roll",
                VotingRoll.FORM,
                StepBegun::roll,
                "rules",
                Rules.FORM,
                StepBegun::rules,
                StepBegun::new);
    }

    /**
     * Another round begins under the same rules, with no ballots; only after a close that neither adopted nor rejected.
     *
     * @param round its number: one more than that of the round before, or the same if that had no quorum or was invalid,
     *     as a ladder counts rounds
     */
    record RoundBegun(int round) implements Procedure {
        static final Form<RoundBegun> FORM = Form.of("round", Forms.INTEGER, RoundBegun::round, RoundBegun::new);
    }

    /**
     * The text is changed. Every ballot cast before is void; the deadline stays.
     *
     * @param proposal the entry with the new text
     * @param revision its revision, one more than the one before
     * @param change what was changed, in short
     */
    record Amended(EntryId proposal, int revision, String change) implements Procedure {
        static final Form<Amended> FORM = Form.of(
                "proposal",
                EntryId.FORM,
                Amended::proposal,
                "revision",
                Forms.INTEGER,
                Amended::revision,
                "change",
                Forms.TEXT,
                Amended::change,
                Amended::new);

        /** Checks the words. */
        public Amended {
            Checks.text(change, "change");
        }
    }

    /**
     * The vote becomes more secret than it was; never less.
     *
     * @param secrecy how secret from now on
     */
    record Tightened(Secrecy secrecy) implements Procedure {
        static final Form<Tightened> FORM =
                Form.of("secrecy", Forms.enumOf(Secrecy.class), Tightened::secrecy, Tightened::new);
    }

    /**
     * The commitment to a seed is published, before anybody has voted in the round. A lot becomes the last thing that
     * settles a tie; if there is one already, it is drawn from this seed too.
     *
     * @param commitment what {@code TieBreaks.commitment} gives: 64 hexadecimal digits
     */
    record SeedCommitted(String commitment) implements Procedure {
        static final Form<SeedCommitted> FORM =
                Form.of("commitment", Forms.TEXT, SeedCommitted::commitment, SeedCommitted::new);

        /** Checks the digits. */
        public SeedCommitted {
            Envelope.digest(commitment, "commitment");
        }
    }

    /**
     * The seeds are revealed, after the close, and the lot is drawn if there is a tie. They serve one vote.
     *
     * @param seeds the seeds, in the order of their commitments
     */
    record SeedsRevealed(List<String> seeds) implements Procedure {
        static final Form<SeedsRevealed> FORM =
                Form.of("seeds", Forms.listOf(Forms.TEXT), SeedsRevealed::seeds, SeedsRevealed::new);

        /** Copies them and checks that there is one. */
        public SeedsRevealed {
            seeds = List.copyOf(Checks.notEmpty(seeds, "seeds"));
        }
    }

    /**
     * The round is closed and counted.
     *
     * @param opened in an anonymous vote the ballots taken out of their envelopes, in the order of their receipts, which
     *     does not tell whose is whose; otherwise empty
     * @param unopened in an anonymous vote those whose envelope could not be opened because they kept the nonce
     */
    record Closed(List<OpenedBallot> opened, Set<PersonId> unopened) implements Procedure {
        static final Form<Closed> FORM = Form.of(
                "opened",
                Forms.listOf(OpenedBallot.FORM),
                Closed::opened,
                "unopened",
                Forms.setOf(PersonId.FORM),
                Closed::unopened,
                Closed::new);

        /** Copies both and checks that receipts are distinct and in order. */
        public Closed {
            opened = List.copyOf(opened);
            unopened = Collections.unmodifiableSet(new TreeSet<>(unopened));
            Checks.distinct(opened.stream().map(OpenedBallot::receipt).toList(), "receipts");
            Checks.require(
                    opened.equals(opened.stream().sorted().toList()),
                    "The opened ballots are not in the order of their receipts. Maybe sort them: any other order may tell"
                            + " whose is whose.");
        }

        /** The close of a vote that is not anonymous. */
        public static Closed openly() {
            return new Closed(List.of(), Set.of());
        }
    }

    /**
     * Somebody of the side that prevailed asks to decide again; a new round begins, with no ballots.
     *
     * @param why the reason
     */
    record Reconsidered(String why) implements Procedure {
        static final Form<Reconsidered> FORM = Form.of("why", Forms.TEXT, Reconsidered::why, Reconsidered::new);

        /** Checks the words. */
        public Reconsidered {
            Checks.text(why, "why");
        }
    }
}
