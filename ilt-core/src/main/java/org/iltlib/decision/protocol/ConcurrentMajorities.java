package org.iltlib.decision.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.Threshold;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Several groups of a team vote at once, and each must adopt by its own threshold: teachers and parents, say. Yes, no or
 * abstain. The quorum is that of the whole team; ask for groups in {@link org.iltlib.decision.vote.Quorum#perGroup()}. A
 * threshold that a group cannot reach even if all its members who may vote said yes is a fault of the rules:
 * {@code INVALID}.
 *
 * <p>The counts tell yes, no and abstain of each group: {@code yes teacher}. Linear in ballots times seats for each
 * group. Immutable.
 *
 * @param parts the groups, each once, with their thresholds; at least two
 * @param whenEmpty what a group does in which nobody may vote
 */
public record ConcurrentMajorities(List<Part> parts, WhenEmpty whenEmpty) implements DecisionProtocol {
    /** The written form. */
    public static final Form<ConcurrentMajorities> FORM = Form.of(
            "parts",
            Forms.listOf(Part.FORM),
            ConcurrentMajorities::parts,
            "whenEmpty",
            Forms.enumOf(WhenEmpty.class),
            ConcurrentMajorities::whenEmpty,
            ConcurrentMajorities::new);

    /**
     * A group and its threshold.
     *
     * @param group the group
     * @param threshold how many of its yes votes adopt, and of what
     */
    public record Part(StakeholderGroup group, Threshold threshold) {
        /** The written form. */
        public static final Form<Part> FORM = Form.of(
                "group", StakeholderGroup.FORM, Part::group, "threshold", Threshold.FORM, Part::threshold, Part::new);

        /** {@code teachers: more than 1/2 of the votes cast}. */
        @Override
        public String toString() {
            return group.plural() + ": " + threshold;
        }
    }

    /** What a group does in which nobody may vote. */
    public enum WhenEmpty {
        /** It does not adopt, so nothing is adopted. */
        FAILS,
        /** Its consent is waived. If all groups are empty nothing is adopted. */
        WAIVED
    }

    /** Checks that there are two groups or more, and copies. */
    public ConcurrentMajorities {
        parts = List.copyOf(parts);
        Checks.distinct(parts.stream().map(Part::group).toList(), "groups");
        Checks.require(parts.size() >= 2, "There are %s parts. Expected at least 2. Maybe Majority.", parts.size());
    }

    @Override
    public String name() {
        return "concurrent majorities (%s; an empty group %s)"
                .formatted(
                        parts.stream().map(Part::toString).collect(Collectors.joining("; ")),
                        whenEmpty == WhenEmpty.FAILS ? "fails" : "is waived");
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        for (Part part : parts) {
            List<PersonId> may = in(part, count, count.listEntitled());
            Rational whole = base(part, count, roll);
            if (!may.isEmpty() && fixed(part.threshold()) && !part.threshold().isMetBy(count.weigh(may), whole)) {
                return count.end(
                        Status.INVALID,
                        "%s cannot be reached: of %s, only %s may vote.".formatted(part, whole, count.weigh(may)));
            }
        }
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        List<String> lacking = new ArrayList<>();
        int passed = 0;
        for (Part part : parts) {
            String group = part.group().plural();
            if (in(part, count, count.listEntitled()).isEmpty()) {
                count.step(
                        "%s: nobody may vote; %s.",
                        capital(group), whenEmpty == WhenEmpty.WAIVED ? "waived" : "this does not adopt");
                if (whenEmpty == WhenEmpty.FAILS) {
                    lacking.add(group);
                }
                continue;
            }
            List<PersonId> yes = in(part, count, Position.yes()::equals);
            int no = in(part, count, Position.no()::equals).size();
            int abstain = in(part, count, Position::isAbstention).size();
            count.put("yes " + part.group().value(), yes.size());
            count.put("no " + part.group().value(), no);
            count.put("abstain " + part.group().value(), abstain);
            Rational base = base(part, count, roll);
            boolean met = part.threshold().isMetBy(count.weigh(yes), base);
            count.step(
                    "%s: %s yes, %s no, %s abstain; %s is needed, %s of %s is reached: %s.",
                    capital(group),
                    yes.size(),
                    no,
                    abstain,
                    part.threshold(),
                    count.weigh(yes),
                    base,
                    met ? "met" : "not met");
            if (met) {
                passed++;
            } else {
                lacking.add(group);
            }
        }
        if (lacking.isEmpty() && passed > 0) {
            return count.end(Status.ADOPTED, passed + " groups adopt.");
        }
        return count.end(
                Status.REJECTED,
                lacking.isEmpty() ? "no group could vote." : "not by the " + String.join(", ", lacking) + ".");
    }

    private static List<PersonId> in(Part part, Tally count, Predicate<Position> which) {
        return in(part, count, count.those(which).stream().map(Ballot::person).toList());
    }

    private static List<PersonId> in(Part part, Tally count, List<PersonId> persons) {
        return persons.stream()
                .filter(person -> count.groupOf(person).equals(part.group()))
                .toList();
    }

    /** By weight; a vacant seat of the group weighs as much as its held ones do on average. */
    private static Rational base(Part part, Tally count, VotingRoll roll) {
        Rational held =
                count.weigh(in(part, count, count.listBase(part.threshold().base())));
        if (part.threshold().base() != Threshold.Base.SEATS) {
            return held;
        }
        long seats = roll.seats().stream()
                .filter(seat -> seat.voting() && seat.group().equals(part.group()))
                .count();
        List<PersonId> members = in(part, count, count.seated());
        return members.isEmpty()
                ? Rational.of(seats)
                : count.weigh(members).times(seats).dividedBy(members.size());
    }

    private static boolean fixed(Threshold threshold) {
        return Set.of(Threshold.Base.ENTITLED, Threshold.Base.SEATS).contains(threshold.base());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
