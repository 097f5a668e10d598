package org.iltlib.team.succession;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.Checks;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.Term;
import org.iltlib.team.Seat;
import org.iltlib.team.SeatChange;
import org.iltlib.team.Team;

/**
 * The terms of a team's seats: when they end, whether too many end together, and how to stagger them. Seats without a
 * term, such as those that come with a post, are left alone.
 *
 * @param seats the seats
 */
public record Terms(List<Seat> seats) {

    /** Copies the seats. */
    public Terms {
        seats = List.copyOf(seats);
    }

    /** The terms of that team. */
    public static Terms of(Team team) {
        return new Terms(team.seats());
    }

    /** The seats that somebody holds and whose term ends within that time, in order. */
    public List<Seat> listEnding(Term time) {
        return held().filter(seat ->
                        seat.term().filter(term -> time.contains(term.last())).isPresent())
                .toList();
    }

    private Stream<Seat> held() {
        return seats.stream().filter(seat -> !seat.isVacant());
    }

    /** How many terms end in each school year, by year. */
    public Map<SchoolYear, Integer> endings() {
        Map<SchoolYear, Integer> endings = new TreeMap<>();
        held().flatMap(seat -> seat.term().stream())
                .forEach(term -> endings.merge(SchoolYear.containing(term.last()), 1, Integer::sum));
        return Collections.unmodifiableMap(endings);
    }

    /** The largest share of terms that end in one school year; missing if there are no terms. */
    public Measured<Fraction> mostEndingTogether() {
        int all = endings().values().stream().mapToInt(Integer::intValue).sum();
        return endings().values().stream()
                .max(Integer::compare)
                .map(most -> Measured.of(Fraction.of(most, all)))
                .orElseGet(() -> Measured.missing(MissingReason.UNDEFINED, "no seat has a term"));
    }

    /**
     * The seats as they are on that day. A seat whose term has ended, or not begun, stays and is vacant: its group, offices, units and
     * vote are the team's; its holder's traits and count of terms go with the holder. So the end of a principal's term
     * does not remove the principal's seat.
     */
    public List<Seat> on(LocalDate day) {
        return seats.stream()
                .map(seat -> seat.term().filter(term -> !term.contains(day)).isPresent() ? vacated(seat) : seat)
                .toList();
    }

    private static Seat vacated(Seat seat) {
        return seat.toBuilder()
                .person(Optional.empty())
                .term(Optional.empty())
                .traits(List.of())
                .termsInARow(1)
                .build();
    }

    /**
     * New terms that end as evenly as can be over so many years: the held seats that have a term get one, two and so on
     * up to that many years, in their order, and from one year again. In no year do more than one more of them end than in
     * another.
     *
     * @param first the first day of all new terms
     * @param years over how many years, at least 1
     */
    public List<SeatChange> stagger(LocalDate first, int years) {
        Checks.positive(years, "years");
        List<SeatChange> changes = new ArrayList<>();
        int next = 0;
        for (Seat seat : seats) {
            if (!seat.isVacant() && seat.term().isPresent()) {
                Term term = Term.of(first, first.plusYears(1 + next % years).minusDays(1));
                changes.add(new SeatChange(
                        Optional.of(seat),
                        Optional.of(seat.toBuilder().term(term).build())));
                next++;
            }
        }
        return List.copyOf(changes);
    }
}
