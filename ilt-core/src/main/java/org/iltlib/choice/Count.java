package org.iltlib.choice;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.immutables.value.Value;

/**
 * The result of a rule: every winner that it cannot separate, the rounds, the ties met, and why. Immutable; the same
 * ballots give the same count on any machine.
 */
@Value.Immutable
public abstract class Count {
    Count() {}

    /** The name of the rule, with its variants. */
    public abstract String rule();

    /** The names of the alternatives, by index. */
    public abstract List<String> alternatives();

    /** The winners as indices, rising. More than one means that the rule leaves them tied; none, that nobody wins. */
    public abstract List<Integer> winners();

    /** The rounds in order; a rule without rounds has one. */
    public abstract List<CountRound> rounds();

    /**
     * How many of the rounds, from the first, are the same whichever of the tied leaves or goes on: up to the first tie
     * of which the rule follows every order. The rounds after are those of one order only, so no tie-break may look at
     * them. Empty if no tie was followed in several orders.
     */
    public abstract OptionalInt sharedRounds();

    /** The ties met, in order. */
    public abstract List<TieNote> ties();

    /** Why, in words. */
    public abstract Explanation why();

    /** Checks that winners are alternatives, each once. */
    @Value.Check
    void check() {
        Checks.text(rule(), "rule");
        Checks.distinct(winners(), "winners");
        sharedRounds()
                .ifPresent(shared -> Checks.require(
                        shared >= 0 && shared <= rounds().size(),
                        "%s rounds are shared, but there are %s.",
                        shared,
                        rounds().size()));
        for (int winner : winners()) {
            Checks.require(winner >= 0 && winner < alternatives().size(), "There is no alternative %s to win.", winner);
        }
    }

    /** Whether more than one alternative wins. */
    public boolean isTied() {
        return winners().size() > 1;
    }

    /** The names of the winners. */
    public List<String> winnerNames() {
        return winners().stream().map(alternatives()::get).toList();
    }

    /**
     * This count with its tie, if any, taken through the chain; the tie and the step that separated it are noted. If
     * the chain does not separate them, the winners stay tied. Tie-breaks see the {@linkplain #sharedRounds shared
     * rounds} alone.
     *
     * @param chain the steps
     * @param profile the ballots counted
     */
    public Count settled(TieChain chain, Profile profile) {
        if (!isTied()) {
            return this;
        }
        List<CountRound> shared = rounds().subList(0, sharedRounds().orElse(rounds().size()));
        TieNote note = chain.best(winners(), new TieContext(profile, shared));
        Builder settled = toBuilder()
                .winners(note.kept())
                .why(retold(note.kept()).because("Tie of %s: %s.", names(winners()), note.how()));
        return ties().contains(note) ? settled.build() : settled.addTies(note).build();
    }

    /** The same reasons under a head that names these winners. */
    private Explanation retold(List<Integer> kept) {
        if (kept.size() == winners().size()) {
            return why();
        }
        return new Explanation(kept.size() == 1 ? names(kept) + " wins." : "Tied: " + names(kept) + ".", why().steps());
    }

    private String names(List<Integer> some) {
        return some.stream().map(alternatives()::get).collect(Collectors.joining(", "));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Such as {@code schulze: Tutoring}. */
    @Override
    public String toString() {
        return rule() + ": " + String.join(", ", winnerNames());
    }

    /** Builds a count; rounds and ties may be left empty. */
    public static final class Builder extends ImmutableCount.Builder {
        Builder() {}
    }
}
