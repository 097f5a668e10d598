package org.iltlib.decision.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
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
 * Prioritisation by criteria: everybody marks options on criteria from 0 to a highest mark, and those with the best
 * weighted totals of mean marks are chosen. Impact and effort are two such criteria.
 *
 * <ul>
 *   <li>Options and criteria stand fixed; a ballot that names others, or gives a higher mark, is illegal.
 *   <li>A ballot may leave cells out: the mean of a cell is over those who marked it. A cell that nobody marked leaves
 *       its option without a total: {@code NEEDS_ROUND}.
 *   <li>A tie at the cut goes to the policies of the context, one place after another; what they leave is {@code TIED}.
 *   <li>The outcome says which smallest change of one weight would swap first and second place.
 * </ul>
 *
 * <p>Marks weigh as their voters do. Immutable.
 */
@Value.Immutable
public abstract class CriteriaChoice implements DecisionProtocol {
    /** The written form. */
    public static final Form<CriteriaChoice> FORM = Form.<CriteriaChoice, Builder>built(
                    CriteriaChoice::builder, Builder::build)
            .list("options", Forms.TEXT, CriteriaChoice::options, Builder::addAllOptions)
            .list("criteria", Criterion.FORM, CriteriaChoice::criteria, Builder::addAllCriteria)
            .field("highest", Forms.INTEGER, CriteriaChoice::highest, Builder::highest)
            .field("places", Forms.INTEGER, CriteriaChoice::places, Builder::places);

    CriteriaChoice() {}

    /** The ids of the options, at least two, each once. */
    public abstract List<String> options();

    /** The criteria, each once. */
    public abstract List<Criterion> criteria();

    /** The highest mark; 5 unless said otherwise. */
    @Value.Default
    public int highest() {
        return 5;
    }

    /** How many options are chosen, fewer than there are; 1 unless said otherwise. */
    @Value.Default
    public int places() {
        return 1;
    }

    /** Checks options, criteria and numbers. */
    @Value.Check
    void check() {
        OptionBallots.checked(options());
        Checks.distinct(
                Checks.notEmpty(criteria(), "criteria").stream()
                        .map(Criterion::name)
                        .toList(),
                "criteria");
        Checks.positive(highest(), "highest");
        CommitteeChoice.places(places(), options());
    }

    @Override
    public String name() {
        return "criteria choice (%s, best %s of %s options)"
                .formatted(
                        criteria().stream()
                                .map(criterion -> (criterion.lowerIsBetter() ? "−" : "") + criterion.weight() + " "
                                        + criterion.name())
                                .collect(Collectors.joining(", ")),
                        places(),
                        options().size());
    }

    @Override
    public Outcome decide(List<Ballot> ballots, VotingRoll roll, VotingContext context) {
        Tally count = OptionBallots.tally(name(), options(), ballots, roll, context, this::understands);
        Optional<Outcome> early = count.early();
        if (early.isPresent()) {
            return early.get();
        }
        count.tally("marked", position -> !position.isAbstention());
        count.tally("abstain", Position::isAbstention);
        if (OptionBallots.cast(count).isEmpty()) {
            return count.end(Status.REJECTED, "no votes counted.");
        }
        Map<String, Map<String, Rational>> means = new LinkedHashMap<>();
        for (String option : options()) {
            Map<String, Rational> own = new LinkedHashMap<>();
            for (Criterion criterion : criteria()) {
                Optional<Rational> mean = mean(count, option, criterion.name());
                if (mean.isEmpty()) {
                    return count.end(
                            Status.NEEDS_ROUND,
                            "nobody marked %s on %s.".formatted(option, criterion.name()),
                            "mark what is missing");
                }
                own.put(criterion.name(), mean.get());
            }
            means.put(option, own);
        }
        return choose(count, new CriteriaMatrix(criteria(), means));
    }

    private boolean understands(Position position) {
        List<String> names = criteria().stream().map(Criterion::name).toList();
        return position instanceof Position.Marks marks
                && marks.given().values().stream()
                        .allMatch(own -> names.containsAll(own.keySet())
                                && own.values().stream().allMatch(mark -> mark <= highest()));
    }

    private static Optional<Integer> mark(Position position, String option, String criterion) {
        return position instanceof Position.Marks marks
                ? Optional.ofNullable(
                        marks.given().getOrDefault(option, Map.of()).get(criterion))
                : Optional.empty();
    }

    private static Optional<Rational> mean(Tally count, String option, String criterion) {
        Rational sum = Rational.ZERO;
        Rational weight = Rational.ZERO;
        for (Ballot ballot : OptionBallots.cast(count)) {
            Optional<Integer> mark = mark(ballot.position(), option, criterion);
            if (mark.isPresent()) {
                Rational own = count.weigh(List.of(ballot.person()));
                sum = sum.plus(own.times(mark.get()));
                weight = weight.plus(own);
            }
        }
        return weight.signum() == 0 ? Optional.empty() : Optional.of(sum.dividedBy(weight));
    }

    private Outcome choose(Tally count, CriteriaMatrix matrix) {
        Map<String, Rational> totals = matrix.totals();
        Explanation why = Explanation.of("Totals: weight times mean mark, less is better with a minus.");
        for (Map.Entry<String, Rational> total : totals.entrySet()) {
            why = why.because(
                    "%s: %s = %s.",
                    total.getKey(),
                    criteria().stream()
                            .map(criterion -> "%s%s × %s"
                                    .formatted(
                                            criterion.lowerIsBetter() ? "− " : "+ ",
                                            criterion.weight(),
                                            matrix.marks()
                                                    .getOrDefault(total.getKey(), Map.of())
                                                    .getOrDefault(criterion.name(), Rational.ZERO)))
                            .collect(Collectors.joining(" ")),
                    total.getValue());
        }
        why = why.because(matrix.findShift()
                .map(shift -> "Sensitivity: the weight of %s changed by %s brings %s level with %s."
                        .formatted(shift.criterion(), shift.change(), shift.second(), shift.first()))
                .orElse("Sensitivity: no change of one weight swaps first and second place, or they are level."));
        List<String> order = new ArrayList<>(totals.keySet());
        Rational cut = matrix.total(order.get(places() - 1));
        List<String> chosen = new ArrayList<>(order.stream()
                .filter(option -> matrix.total(option).compareTo(cut) > 0)
                .toList());
        List<String> tied = new ArrayList<>(order.stream()
                .filter(option -> matrix.total(option).equals(cut))
                .toList());
        while (chosen.size() + tied.size() > places() && chosen.size() < places()) {
            Settled settled = count.settle(tied, position -> Optional.empty(), Optional.of(OptionBallots.STATUS_QUO));
            if (settled.winner().isEmpty()) {
                return OptionBallots.tied(count, chosen, List.copyOf(tied), settled.nextStep(), why);
            }
            chosen.add(settled.winner().get());
            tied.remove(settled.winner().get());
        }
        if (chosen.size() < places()) {
            chosen.addAll(tied);
        }
        return OptionBallots.chosen(count, chosen, why);
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with the values of this. */
    public Builder toBuilder() {
        return builder().from(this);
    }

    /** Builds a choice; options and criteria must be set. */
    public static final class Builder extends ImmutableCriteriaChoice.Builder {
        Builder() {}
    }
}
