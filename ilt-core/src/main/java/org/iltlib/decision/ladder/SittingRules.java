package org.iltlib.decision.ladder;

import java.util.List;
import java.util.SortedSet;
import org.iltlib.base.Checks;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Quorum;
import org.iltlib.decision.vote.Recusal;
import org.iltlib.decision.vote.Secrecy;
import org.iltlib.decision.vote.Substitution;
import org.iltlib.decision.vote.TiePolicy;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * The rules under which a vote was held, as its minutes have them. A ladder counts the sitting only if they are those of
 * the step that is due, so that minutes and ladder never tell two outcomes of one vote. Immutable.
 *
 * <p>Two things may differ. Of a lot to whose seeds the step is committed the sitting may show the seeds, which are then
 * used; and a lot may be missing, since seeds serve one vote. A tie in that sitting is then one without a lot.
 */
@Value.Immutable
public abstract class SittingRules {
    /** The written form. */
    public static final Form<SittingRules> FORM = Form.<SittingRules, Builder>built(
                    SittingRules::builder, Builder::build)
            .field("protocol", Forms.TEXT, SittingRules::protocol, Builder::protocol)
            .field("quorum", Quorum.FORM, SittingRules::quorum, Builder::quorum)
            .field(
                    "recusalPolicy",
                    Forms.enumOf(Recusal.Policy.class),
                    SittingRules::recusalPolicy,
                    Builder::recusalPolicy)
            .list(
                    "allowed",
                    Forms.enumOf(Substitution.Kind.class),
                    rules -> List.copyOf(rules.allowed()),
                    Builder::addAllAllowed)
            .field("delegationSteps", Forms.INTEGER, 1, SittingRules::delegationSteps, Builder::delegationSteps)
            .field(
                    "affiliationsHeardOnce",
                    Forms.FLAG,
                    false,
                    SittingRules::affiliationsHeardOnce,
                    Builder::affiliationsHeardOnce)
            .list("ties", TiePolicy.form(), SittingRules::ties, Builder::addAllTies)
            .field("secrecy", Forms.enumOf(Secrecy.class), Secrecy.OPEN, SittingRules::secrecy, Builder::secrecy)
            .field("smallestCell", Forms.INTEGER, 3, SittingRules::smallestCell, Builder::smallestCell);

    SittingRules() {}

    /** The {@linkplain DecisionProtocol#name() name} of the protocol. */
    public abstract String protocol();

    /** Who had to be present; more than half of the members unless said otherwise. */
    @Value.Default
    public Quorum quorum() {
        return Quorum.MAJORITY;
    }

    /** What a recusal did; not counted at all unless said otherwise. */
    @Value.Default
    public Recusal.Policy recusalPolicy() {
        return Recusal.Policy.EXCLUDED_FROM_QUORUM_TOO;
    }

    /** Which ways to stand in for a member counted; none unless said otherwise. */
    @Value.NaturalOrder
    public abstract SortedSet<Substitution.Kind> allowed();

    /** Over how many steps a delegation was followed; 1, as in every ladder, unless said otherwise. */
    @Value.Default
    public int delegationSteps() {
        return 1;
    }

    /** Whether ballots alike of one affiliation counted once; not, as in every ladder, unless said otherwise. */
    @Value.Default
    public boolean affiliationsHeardOnce() {
        return false;
    }

    /** What settled a tie, tried in order, with the seeds of a lot if they were shown; nothing unless said otherwise. */
    public abstract List<TiePolicy> ties();

    /** What may be known of single votes; all unless said otherwise. */
    @Value.Default
    public Secrecy secrecy() {
        return Secrecy.OPEN;
    }

    /** How many votes a part of the result must hold at least to be shown, if anonymous; 3 unless said otherwise. */
    @Value.Default
    public int smallestCell() {
        return 3;
    }

    /** Checks the name and the numbers. */
    @Value.Check
    void check() {
        Checks.text(protocol(), "protocol");
        Checks.positive(delegationSteps(), "delegationSteps");
        Checks.positive(smallestCell(), "smallestCell");
        Checks.distinct(ties(), "ties");
    }

    /** The rules of a vote by that protocol in that context. */
    public static SittingRules of(DecisionProtocol protocol, VotingContext context) {
        return builder()
                .protocol(protocol.name())
                .quorum(context.quorum())
                .recusalPolicy(context.recusalPolicy())
                .allowed(context.allowed())
                .delegationSteps(context.delegationSteps())
                .affiliationsHeardOnce(context.affiliationsHeardOnce())
                .ties(context.ties())
                .secrecy(context.secrecy())
                .smallestCell(context.smallestCell())
                .build();
    }

    /** Refuses a sitting that was not held by the rules of that step. */
    void fit(Ladder.Step step, Sitting sitting) {
        Checks.require(
                protocol().equals(step.protocol().name()),
                "The sitting on %s was held by %s. Expected %s, by which the step \"%s\" decides.",
                sitting.heldOn(),
                protocol(),
                step.protocol().name(),
                step.name());
        same("quorum", quorum(), step.quorum(), step, sitting);
        same("recusalPolicy", recusalPolicy(), step.recusalPolicy(), step, sitting);
        same("allowed", allowed(), step.allowed(), step, sitting);
        same("delegationSteps", delegationSteps(), 1, step, sitting);
        same("affiliationsHeardOnce", affiliationsHeardOnce(), false, step, sitting);
        if (step.secretBallot()) {
            same("secrecy", secrecy(), Secrecy.ANONYMOUS, step, sitting);
        }
        boolean lots = ties().stream().anyMatch(TiePolicy.Lot.class::isInstance);
        List<TiePolicy> expected = step.ties().stream()
                .filter(tie -> lots || !(tie instanceof TiePolicy.Lot))
                .toList();
        if (!committed(ties()).equals(committed(expected))) {
            same("ties", committed(ties()), committed(step.ties()), step, sitting);
        }
    }

    private static void same(String name, Object held, Object expected, Ladder.Step step, Sitting sitting) {
        Checks.require(
                held.equals(expected),
                "The sitting on %s was held with %s %s. Expected %s, as in the step \"%s\".",
                sitting.heldOn(),
                name,
                held,
                expected,
                step.name());
    }

    /** Lots as they were before their seeds were shown. */
    private static List<TiePolicy> committed(List<TiePolicy> ties) {
        return ties.stream()
                .map(tie -> tie instanceof TiePolicy.Lot lot ? new TiePolicy.Lot(lot.commitments(), List.of()) : tie)
                .toList();
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds rules; the protocol must be set. */
    public static final class Builder extends ImmutableSittingRules.Builder {
        Builder() {}
    }
}
