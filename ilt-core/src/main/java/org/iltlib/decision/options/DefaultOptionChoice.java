package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.choice.Margins;
import org.iltlib.choice.Rational;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Settled;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/**
 * A choice among options of which one is the default, to be left with if no other is acceptable: the standard resolution
 * procedure of the Debian Constitution (version 1.9), sections A.4 and A.5.
 *
 * <ol>
 *   <li>Everybody ranks options; unranked ones are tied last.
 *   <li>Every other option that fewer than the quorum rank above the default is dropped.
 *   <li>Every other option that does not defeat the default by its majority ratio is dropped: N ballots above for each
 *       below, and more above than below, so that nothing passes by nobody caring.
 *   <li>Among the rest A defeats B if more rank A above B than B above A. The Schwartz set holds every A such that each B
 *       that defeats A, directly or over others, is defeated by A in this way.
 *   <li>While there are defeats within the Schwartz set, the weakest of them are dropped, all equally weak at once. A
 *       defeat is weaker if fewer are for its winner, or as many and more for its loser.
 *   <li>One is left: it wins. Several: a casting vote, or whatever the policies of the context are, chooses.
 * </ol>
 *
 * <p>If the default wins nothing is adopted: {@code REJECTED}. Ballots weigh as their voters do, the quorum included.
 * Options stand fixed; a ballot that names another is illegal. Time: ballots times the square of options, and the fifth
 * power of options at worst. Immutable.
 */
@Value.Immutable
public abstract class DefaultOptionChoice implements DecisionProtocol {
    /** The written form. */
    public static final Form<DefaultOptionChoice> FORM = Form.<DefaultOptionChoice, Builder>built(
                    DefaultOptionChoice::builder, Builder::build)
            .list("options", Forms.TEXT, DefaultOptionChoice::options, Builder::addAllOptions)
            .field("defaultOption", Forms.TEXT, DefaultOptionChoice::defaultOption, Builder::defaultOption)
            .field("quorum", Forms.INTEGER, 0, DefaultOptionChoice::quorum, Builder::quorum)
            .map(
                    "ratios",
                    Forms.id(Rational::toString, Rational::parse),
                    DefaultOptionChoice::ratios,
                    Builder::putAllRatios);

    DefaultOptionChoice() {}

    /** The ids of all options, the default included; each once. */
    public abstract List<String> options();

    /** The id of the default: further discussion, or things as they are. */
    public abstract String defaultOption();

    /** How many must rank an option above the default; 0 unless said otherwise. Debian's R. */
    @Value.Default
    public int quorum() {
        return 0;
    }

    /** The majority ratios of options that need more than as many for as against, by id; at least 1. */
    public abstract Map<String, Rational> ratios();

    /** Checks options and numbers. */
    @Value.Check
    void check() {
        OptionBallots.checked(options());
        Checks.require(
                options().contains(defaultOption()),
                "The default is %s. Expected one of the options %s.",
                defaultOption(),
                options());
        Checks.notNegative(quorum(), "quorum");
        ratios().forEach((option, ratio) -> {
            Checks.require(
                    options().contains(option) && !option.equals(defaultOption()),
                    "There is a ratio for %s. Expected one of the options other than the default.",
                    option);
            Checks.require(
                    ratio.compareTo(Rational.ONE) >= 0, "The ratio of %s is %s. Expected 1 or more.", option, ratio);
        });
    }

    @Override
    public String name() {
        return "choice with a default option (%s options, default %s, quorum %s%s)"
                .formatted(
                        options().size(),
                        defaultOption(),
                        quorum(),
                        ratios().isEmpty() ? "" : ", ratios " + new TreeMap<>(ratios()));
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(
                name(), options(), ballots, roll, context, position -> position instanceof Position.Ranking);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("ranked", position -> !position.options().isEmpty());
        count.tally(
                "blank",
                position -> position instanceof Position.Ranking
                        && position.options().isEmpty());
        count.tally("abstain", Position::isAbstention);
        Margins margins = Margins.of(RankedChoice.profile(options(), count));
        List<Integer> left = acceptable(margins, count);
        SchwartzDrop drop = new SchwartzDrop(margins.retaining(left));
        Explanation why = drop.why();
        List<String> winners = drop.winners();
        if (winners.size() > 1) {
            Settled settled = count.settle(winners, OptionBallots.ranked(winners), Optional.of(defaultOption()));
            if (settled.winner().isEmpty()) {
                return OptionBallots.tied(
                        count,
                        List.of(),
                        winners,
                        settled.nextStep().or(() -> Optional.of("a casting vote chooses among them")),
                        why);
            }
            winners = List.of(settled.winner().get());
        }
        return winners.get(0).equals(defaultOption())
                ? OptionBallots.with(
                        count.ending(Status.REJECTED, "the default option, %s, wins.".formatted(defaultOption())), why)
                : OptionBallots.chosen(count, winners, why);
    }

    /** The default, and the options that reach the quorum and defeat the default by their ratio. */
    private List<Integer> acceptable(Margins margins, Tally count) {
        int standard = options().indexOf(defaultOption());
        List<Integer> left = new ArrayList<>();
        for (int x = 0; x < options().size(); x++) {
            if (x == standard) {
                left.add(x);
                continue;
            }
            String option = options().get(x);
            Rational above = Rational.of(margins.above(x, standard), margins.scale());
            Rational below = Rational.of(margins.above(standard, x), margins.scale());
            Rational ratio = ratios().getOrDefault(option, Rational.ONE);
            boolean enough = above.compareTo(Rational.of(quorum())) >= 0;
            boolean defeats = above.compareTo(below.times(ratio)) >= 0 && above.compareTo(below) > 0;
            count.step(
                    "Acceptability of %s: %s above the default, %s below; quorum %s, ratio %s: %s.",
                    option,
                    above,
                    below,
                    quorum(),
                    ratio,
                    enough && defeats ? "kept" : enough ? "dropped, not enough above" : "dropped, no quorum");
            if (enough && defeats) {
                left.add(x);
            }
        }
        return left;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a choice; options and the default must be set. */
    public static final class Builder extends ImmutableDefaultOptionChoice.Builder {
        Builder() {}
    }
}
