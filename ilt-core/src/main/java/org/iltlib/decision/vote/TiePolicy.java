package org.iltlib.decision.vote;

import java.util.List;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.choice.TieBreaks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Office;

/**
 * What settles a tie. A list of them ({@link VotingContext#ties()}) is tried in order until one does; the path is part of
 * the outcome, and the same votes always take the same path.
 */
public sealed interface TiePolicy {
    /** The written form, tagged {@code tie}. */
    static Form<TiePolicy> form() {
        return Forms.<TiePolicy>family("tie")
                .when(
                        "chair",
                        Chair.class,
                        Form.of("office", Office.FORM, Chair::office, "second", Forms.FLAG, Chair::second, Chair::new))
                .when(
                        "next meeting",
                        NextMeeting.class,
                        Form.of("most", Forms.INTEGER, NextMeeting::most, NextMeeting::new))
                .when("status quo", StatusQuo.class, Form.<StatusQuo, StatusQuo>built(StatusQuo::new, same -> same))
                .when(
                        "lot",
                        Lot.class,
                        Form.of(
                                "commitments",
                                Forms.listOf(Forms.TEXT),
                                Lot::commitments,
                                "seeds",
                                Forms.listOf(Forms.TEXT),
                                Lot::seeds,
                                Lot::new));
    }

    /**
     * The one person present who holds that office gives a casting vote ({@link Ballot#casting()}).
     *
     * @param office whose holder presides
     * @param second whether one who voted as a member has this vote besides
     */
    record Chair(Office office, boolean second) implements TiePolicy {
        @Override
        public String toString() {
            return second ? "casting vote of the " + office : "the " + office + " votes as a member, once";
        }
    }

    /**
     * The matter is put off.
     *
     * @param most in how many rounds at most; after that the next policy is tried
     */
    record NextMeeting(int most) implements TiePolicy {
        /** Checks the number. */
        public NextMeeting {
            Checks.positive(most, "most");
        }

        @Override
        public String toString() {
            return "next meeting";
        }
    }

    /** Things stay as they are; among options, where the status quo is one of the tied. */
    record StatusQuo() implements TiePolicy {
        @Override
        public String toString() {
            return "status quo";
        }
    }

    /**
     * A lot from seeds that were committed to before the vote. Each seed's commitment ({@link TieBreaks#commitment}) is
     * published before the vote and the seed itself after it; the tied are put in the order of the SHA-256 of the seeds,
     * a line break and their id, so that the lot does not depend on the order in which they are listed, and everybody can
     * draw again. A single committer knows beforehand how a lot between yes and no would fall, and could pick a seed to
     * suit: let each side commit to one, and one honest side is enough. With one seed it is the lot of
     * {@link TieBreaks#lot}. A seed serves one vote.
     *
     * @param commitments what was published before, at least one
     * @param seeds the seeds in the same order; empty until they are shown
     */
    record Lot(List<String> commitments, List<String> seeds) implements TiePolicy {
        /** Copies both and checks each seed against its commitment. */
        public Lot {
            commitments = List.copyOf(Checks.notEmpty(commitments, "commitments"));
            seeds = List.copyOf(seeds);
            Checks.require(
                    seeds.isEmpty() || seeds.size() == commitments.size(),
                    "There are %s seeds for %s commitments. Expected one each, or none yet.",
                    seeds.size(),
                    commitments.size());
            for (int i = 0; i < seeds.size(); i++) {
                Checks.text(seeds.get(i), "seed");
                Checks.require(
                        TieBreaks.commitment(seeds.get(i)).equals(commitments.get(i)),
                        "Seed %s is not the one that was committed to. Maybe the seeds are in another order.",
                        i + 1);
            }
        }

        /** A copy with the seeds shown. */
        public Lot withSeeds(String... shown) {
            return new Lot(commitments, List.of(shown));
        }

        @Override
        public String toString() {
            return "lot";
        }
    }

    /**
     * How a tie went.
     *
     * @param winner the id of the tied that won; empty if the tie stands
     * @param path each policy tried, in order, with what came of it
     * @param nextStep what to do about a tie that stands, where a policy says so
     */
    record Settled(Optional<String> winner, List<String> path, Optional<String> nextStep) {
        /** Copies the path. */
        public Settled {
            path = List.copyOf(path);
        }
    }

    /** The chair, holding a voting seat from which no vote came, an alternate's neither, may vote at a tie. */
    static TiePolicy chairAsMember(Office office) {
        return new Chair(office, false);
    }

    /** The chair has a vote at a tie besides that of a member. */
    static TiePolicy castingVote(Office office) {
        return new Chair(office, true);
    }

    /** The matter is put to the next meeting, once. */
    static TiePolicy nextMeeting() {
        return new NextMeeting(1);
    }

    /** Things stay as they are. */
    static TiePolicy statusQuo() {
        return new StatusQuo();
    }

    /** A lot from seeds with these commitments, to be shown after the vote. */
    static Lot lot(String... commitments) {
        return new Lot(List.of(commitments), List.of());
    }
}
