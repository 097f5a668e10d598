package org.iltlib.team;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.OrgUnitId;
import org.iltlib.people.StakeholderGroup;

/** Seats and changes of seats in words. */
final class Phrases {
    private Phrases() {}

    /** With the article: {@code a teacher}, {@code an administrator}. */
    static String one(String noun) {
        boolean vowel = "aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("uni");
        return (vowel ? "an " : "a ") + noun;
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code a, b and c}. */
    static String both(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Whom a rule is about: {@code teachers}, {@code members with the office recorder}. */
    static String several(Who who) {
        return switch (who.by()) {
            case GROUP -> StakeholderGroup.of(who.value()).plural();
            case OFFICE -> "members with the office " + who.value();
            case TRAIT -> "members who are \"" + who.value() + "\"";
        };
    }

    static String change(Optional<Seat> before, Optional<Seat> after) {
        if (after.isEmpty()) {
            return "give up " + held(before.orElseThrow());
        } else if (before.isEmpty()) {
            return "add " + wanted(after.get());
        }
        return gain(before.get(), after.get())
                .orElseGet(() -> "fill " + held(before.get()) + " with " + wanted(after.get()));
    }

    /** What the holder takes on, if the seat stays theirs and only that changes. */
    private static Optional<String> gain(Seat before, Seat after) {
        Seat grown = before.toBuilder()
                .addAllOffices(after.offices())
                .addAllUnits(after.units())
                .term(after.term())
                .build();
        if (before.isVacant() || before.equals(after) || !grown.equals(after)) {
            return Optional.empty();
        }
        Set<Office> duties = new TreeSet<>(after.offices());
        duties.removeAll(before.offices());
        Set<OrgUnitId> units = new TreeSet<>(after.units());
        units.removeAll(before.units());
        String speak = "speak for " + both(units.stream().map(OrgUnitId::value).toList()) + " too";
        if (!before.term().equals(after.term())) {
            return Optional.of("give " + held(before) + term(after)
                    + (duties.isEmpty()
                            ? ""
                            : ", and the duties "
                                    + both(duties.stream().map(Office::value).toList()))
                    + (units.isEmpty() ? "" : ", and let its holder " + speak));
        } else if (duties.isEmpty()) {
            return Optional.of("let the holder of " + held(before) + " " + speak);
        }
        return Optional.of("give " + held(before) + (duties.size() == 1 ? " the duty of " : " the duties of ")
                + both(duties.stream().map(Office::value).toList())
                + (units.isEmpty() ? "" : ", and let its holder " + speak));
    }

    private static String term(Seat seat) {
        return seat.term()
                .map(term -> " a term of at most "
                        + ChronoUnit.MONTHS.between(term.first(), term.last().plusDays(1)) + " months")
                .orElse(" no term");
    }

    /** A seat with its holder: {@code the principal's seat (p-01)}, {@code the seat of t-04 (teacher) for 51/2}. */
    private static String held(Seat seat) {
        String holder = seat.person().map(id -> id.value()).orElse("nobody");
        if (seat.offices().isEmpty()) {
            return "the seat of " + holder + " (" + seat.group().singular() + ")" + units(seat);
        }
        String offices =
                both(new TreeSet<>(seat.offices()).stream().map(Office::value).toList());
        return "the " + offices + "'s seat" + (holder.equals(offices) ? "" : " (" + holder + ")") + units(seat);
    }

    /** A seat to be filled: {@code a teacher for 51/2}. */
    private static String wanted(Seat seat) {
        String who = seat.person()
                .map(id -> id + " (" + seat.group().singular() + ")")
                .orElse(one(seat.group().singular()));
        String offices = seat.offices().isEmpty()
                ? ""
                : " as " + both(seat.offices().stream().map(Office::value).toList());
        String traits = seat.traits().isEmpty() ? "" : " (" + String.join(", ", seat.traits()) + ")";
        return who + offices + units(seat) + traits;
    }

    private static String units(Seat seat) {
        return seat.units().isEmpty()
                ? ""
                : " for " + seat.units().stream().map(OrgUnitId::value).collect(Collectors.joining(", "));
    }
}
