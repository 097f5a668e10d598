package org.iltlib.decision.protocol;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.GivenAdvice;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * One member decides after asking for advice. Everybody whose advice is required must have been asked
 * ({@link VotingContext#asked()}); being asked without answering is enough. The decider is not bound by the advice;
 * other members' ballots are counted and shown. There is no quorum. A decider who
 * is recused and so may not vote does not decide: {@code ESCALATED}.
 *
 * <p>If the groundwork names a last day for advice and the day of the decision, everybody asked has until then to answer;
 * before that day is over a missing answer means {@code NEEDS_ROUND}. Advice that was given must say how it was used, else
 * the decision is {@code INVALID}; each use is a line of the explanation. Immutable.
 *
 * @param decider who decides; holds a seat
 * @param advisers who must be asked
 */
public record Advice(PersonId decider, Set<PersonId> advisers) implements DecisionProtocol {
    /** The written form. */
    public static final Form<Advice> FORM = Form.of(
            "decider",
            PersonId.FORM,
            Advice::decider,
            "advisers",
            Forms.setOf(PersonId.FORM),
            Advice::advisers,
            Advice::new);

    /** Copies the advisers, in their natural order. */
    public Advice {
        advisers = Collections.unmodifiableSet(new TreeSet<>(advisers));
    }

    @Override
    public String name() {
        return "advice process";
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        for (PersonId adviser : advisers) {
            if (!context.asked().contains(adviser)) {
                return count.end(Status.INVALID, adviser + " was never asked.", "ask for the advice, then decide");
            }
        }
        count.step("Advice: all %s required advisers were asked.", advisers.size());
        if (count.excluded(decider)) {
            return count.end(
                    Status.ESCALATED, decider + " is recused.", "let the authority above %s decide".formatted(decider));
        }
        Groundwork given = context.groundwork();
        List<PersonId> awaited = awaited(given);
        if (!awaited.isEmpty()) {
            return count.end(
                    Status.NEEDS_ROUND,
                    "%s may answer until %s."
                            .formatted(awaited.get(0), given.adviceDueOn().orElseThrow()),
                    "wait for the advice, then decide");
        }
        for (PersonId adviser : advisers) {
            if (given.findAdvice(adviser).isEmpty() && !given.equals(Groundwork.NONE)) {
                count.step("Advice of %s: asked, no answer.", adviser);
            }
        }
        for (GivenAdvice advice : given.advice()) {
            count.step("Advice of %s: %s", advice.adviser(), advice.use().orElse("its use is not told."));
        }
        count.tallyHeads("yes", Position.yes()::equals);
        count.tallyHeads("no", Position.no()::equals);
        count.tallyHeads("abstain", Position::isAbstention);
        Optional<Ballot> own = count.valid().stream()
                .filter(ballot ->
                        ballot.person().equals(decider) && !ballot.position().isAbstention())
                .findFirst();
        Optional<GivenAdvice> unused =
                given.advice().stream().filter(advice -> advice.use().isEmpty()).findFirst();
        if (own.isEmpty()) {
            return count.end(Status.NEEDS_ROUND, decider + " has not decided.", "the decider decides");
        } else if (unused.isPresent()) {
            return count.end(
                    Status.INVALID,
                    "it is not told how the advice of %s was used."
                            .formatted(unused.get().adviser()),
                    "say how each piece of advice was used");
        }
        return own.get().position().equals(Position.yes())
                ? count.end(Status.ADOPTED, decider + " decided so.")
                : count.end(Status.REJECTED, decider + " decided against it.");
    }

    /** Who was asked and may still answer. */
    private List<PersonId> awaited(Groundwork given) {
        boolean open = given.adviceDueOn().isPresent()
                && given.day()
                        .filter(day -> !day.isAfter(given.adviceDueOn().get()))
                        .isPresent();
        return advisers.stream()
                .filter(adviser -> open && given.findAdvice(adviser).isEmpty())
                .toList();
    }
}
