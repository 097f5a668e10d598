package org.iltlib.decision.vote;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;

/** What each base amounts to in one vote, in heads and by weight, and what recusals do to it. */
final class Bases {
    private final VotingRoll roll;
    private final VotingContext context;
    private final Seating seating;
    private final Sorting sorting;

    Bases(VotingRoll roll, VotingContext context, Seating seating, Sorting sorting) {
        this.roll = roll;
        this.context = context;
        this.seating = seating;
        this.sorting = sorting;
    }

    int heads(Threshold.Base base) {
        return base == Threshold.Base.SEATS
                ? seating.votingSeats()
                : persons(base).size();
    }

    Rational weight(Threshold.Base base) {
        return base == Threshold.Base.SEATS ? seating.seatsWeight() : seating.weight(persons(base));
    }

    /** Whoever is in it; of seats, whoever sits in them. */
    List<PersonId> persons(Threshold.Base base) {
        return switch (base) {
            case CAST -> cast();
            case CAST_WITH_ILLEGAL -> {
                List<PersonId> persons = new ArrayList<>(cast());
                persons.addAll(sorting.illegal());
                yield persons;
            }
            case PRESENT -> inBase(presentOrRepresented());
            case ENTITLED, SEATS -> inBase(seating.members());
        };
    }

    private List<PersonId> cast() {
        return sorting.valid().stream()
                .filter(ballot -> !ballot.position().isAbstention())
                .map(Ballot::person)
                .toList();
    }

    private List<PersonId> inBase(List<PersonId> persons) {
        return persons.stream().filter(person -> !seating.outOfBase(person)).toList();
    }

    private List<PersonId> presentOrRepresented() {
        Set<PersonId> persons = new LinkedHashSet<>(seating.present());
        persons.addAll(seating.proxies().keySet());
        persons.addAll(sorting.carried().keySet());
        return List.copyOf(persons);
    }

    /** The threshold in numbers, and under each reading of the recusals where it counts people rather than votes. */
    List<String> tell(Threshold threshold) {
        List<String> lines = new ArrayList<>();
        if (roll.isWeighted()) {
            Rational whole = weight(threshold.base());
            lines.add(line(
                    "Threshold: %s, by weight: %s %s of %s.",
                    threshold,
                    threshold.minimum().exceeded() ? "more than" : "at least",
                    threshold.share(whole),
                    whole));
        } else {
            int base = heads(threshold.base());
            lines.add(line("Threshold: %s, that is %s of %s.", threshold, threshold.needed(base), base));
        }
        List<PersonId> persons = switch (threshold.base()) {
            case PRESENT -> presentOrRepresented();
            case ENTITLED -> seating.members();
            case CAST, CAST_WITH_ILLEGAL, SEATS -> List.of();
        };
        int all = persons.size();
        int recused = (int) persons.stream().filter(roll::isRecused).count();
        if (recused > 0 && !roll.isWeighted()) {
            lines.add(line(
                    "Recusal: %s of %s with the %s recused in the base, %s of %s without; the policy (%s) takes %s.",
                    threshold.needed(all),
                    all,
                    recused,
                    threshold.needed(all - recused),
                    all - recused,
                    context.recusalPolicy(),
                    context.recusalPolicy().excludesFromBase() ? "the latter" : "the former"));
        }
        return lines;
    }

    private static String line(String template, Object... arguments) {
        return String.format(Locale.ROOT, template, arguments);
    }
}
