package org.iltlib.decision.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.DecisionProtocol;
import org.iltlib.decision.vote.Groundwork;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.Tally;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.team.Office;
import org.immutables.value.Value;

/**
 * A decision that the team has delegated to the holder of an office, within bounds: subjects, amounts, until a day, until
 * recalled, after consulting some. The decider's own vote decides; the votes of others are a recommendation, and a
 * decision that differs from it needs a reason. There is no quorum.
 *
 * <ul>
 *   <li>What the matter is about and costs, and the day, come with {@link VotingContext#groundwork()}. A matter without
 *       amounts costs nothing. If subjects or days are bounded and the groundwork does not tell them: {@code INVALID}.
 *   <li>Beyond the bounds the outcome is {@code ESCALATED} to the team, or {@code INVALID}, as {@link #beyond()} says,
 *       with the bound in its claim.
 *   <li>Somebody to be consulted was never asked ({@link VotingContext#asked()}): {@code INVALID}.
 *   <li>Not exactly one voting member holds the office: {@code INVALID}. The decider is recused: {@code ESCALATED}; has
 *       not voted: {@code NEEDS_ROUND}.
 * </ul>
 *
 * <p>Immutable.
 */
@Value.Immutable
public abstract class Delegated implements DecisionProtocol {
    /** The written form. */
    public static final Form<Delegated> FORM = Form.<Delegated, Builder>built(Delegated::builder, Builder::build)
            .field("decider", Office.FORM, Delegated::decider, Builder::decider)
            .set("scope", Forms.TEXT, Delegated::scope, Builder::addAllScope)
            .map("limits", Forms.DECIMAL, Delegated::limits, Builder::putAllLimits)
            .maybe("until", Forms.DATE, Delegated::until, Builder::until)
            .maybe("recalledOn", Forms.DATE, Delegated::recalledOn, Builder::recalledOn)
            .set("consulted", PersonId.FORM, Delegated::consulted, Builder::addAllConsulted)
            .field("beyond", Forms.enumOf(Beyond.class), Delegated::beyond, Builder::beyond);

    /** What becomes of a matter beyond the bounds. */
    public enum Beyond {
        /** The team decides: {@code ESCALATED}. */
        ESCALATED,
        /** Nothing was decided: {@code INVALID}. */
        INVALID
    }

    Delegated() {}

    /** The office whose holder decides. */
    public abstract Office decider();

    /** The subjects that are delegated; all if empty. */
    public abstract Set<String> scope();

    /** The greatest amount by unit. A unit that is not among them is beyond the bounds, unless there are none at all. */
    public abstract Map<String, BigDecimal> limits();

    /** The last day; no end if absent. */
    public abstract Optional<LocalDate> until();

    /** The day from which it is recalled. */
    public abstract Optional<LocalDate> recalledOn();

    /** Who must have been asked. */
    public abstract Set<PersonId> consulted();

    /** What becomes of a matter beyond the bounds; escalated unless said otherwise. */
    @Value.Default
    public Beyond beyond() {
        return Beyond.ESCALATED;
    }

    /** Checks the limits. */
    @Value.Check
    void check() {
        scope().forEach(subject -> Checks.text(subject, "subject"));
        limits().forEach((unit, most) ->
                Checks.require(most.signum() >= 0, "The limit in %s is %s. Expected zero or more.", unit, most));
    }

    @Override
    public String name() {
        return "decision delegated to the " + decider();
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = Tally.of(name(), ballots, roll, context, position -> position instanceof Position.Vote);
        Decider one = Decider.of(decider(), count, roll);
        return one.missing()
                .or(() -> untold(count, context.groundwork()))
                .or(() -> beyond(count, context.groundwork()))
                .or(() -> unasked(count, context))
                .or(one::recused)
                .orElseGet(one::decide);
    }

    private Optional<Outcome> untold(Tally count, Groundwork given) {
        if (!scope().isEmpty() && given.subjects().isEmpty()) {
            return Optional.of(count.end(
                    Status.INVALID, "it is not told what the matter is about.", "name the subjects of the matter"));
        } else if ((until().isPresent() || recalledOn().isPresent())
                && given.day().isEmpty()) {
            return Optional.of(
                    count.end(Status.INVALID, "it is not told when this is decided.", "name the day of the decision"));
        }
        return Optional.empty();
    }

    private Optional<Outcome> beyond(Tally count, Groundwork given) {
        List<String> over = new ArrayList<>();
        if (!scope().isEmpty()) {
            given.subjects().stream()
                    .filter(subject -> !scope().contains(subject))
                    .sorted()
                    .forEach(subject -> over.add(subject + " is not delegated"));
        }
        if (!limits().isEmpty()) {
            new TreeMap<>(given.amounts()).forEach((unit, amount) -> {
                BigDecimal most = limits().getOrDefault(unit, BigDecimal.ZERO);
                if (amount.compareTo(most) > 0) {
                    over.add("%s %s is above %s".formatted(amount.toPlainString(), unit, most.toPlainString()));
                }
            });
        }
        given.day().ifPresent(day -> {
            until().filter(day::isAfter).ifPresent(end -> over.add("it ended on " + end));
            recalledOn().filter(recall -> !day.isBefore(recall)).ifPresent(recall -> over.add("recalled on " + recall));
        });
        if (over.isEmpty()) {
            count.step("Delegation: within its bounds.");
            return Optional.empty();
        }
        String claim = String.join("; ", over) + ".";
        return Optional.of(
                beyond() == Beyond.ESCALATED
                        ? count.end(Status.ESCALATED, claim, "the team decides")
                        : count.end(Status.INVALID, claim, "bring it to the team, or back within the bounds"));
    }

    private Optional<Outcome> unasked(Tally count, VotingContext context) {
        List<PersonId> missing = consulted().stream()
                .filter(person -> !context.asked().contains(person))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            count.step("Consulted: all %s.", consulted().size());
            return Optional.empty();
        }
        return Optional.of(count.end(Status.INVALID, missing.get(0) + " was never asked.", "consult, then decide"));
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a delegation; the decider must be set. */
    public static final class Builder extends ImmutableDelegated.Builder {
        Builder() {}
    }
}
