package org.iltlib.team.succession;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.team.Office;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * Who could step in: the deputies of every office that somebody on the team holds. A deputy is another person, with the
 * {@linkplain Office#isDeputyOf deputy's office}.
 *
 * @param deputies by office, in order of their names; nobody if there is none
 */
public record Cover(Map<Office, List<PersonId>> deputies) {

    /** Copies, in order. */
    public Cover {
        Map<Office, List<PersonId>> copy = new TreeMap<>();
        deputies.forEach((office, persons) -> copy.put(office, List.copyOf(persons)));
        deputies = Collections.unmodifiableMap(copy);
    }

    /** The cover of that team's offices. Offices of deputies, assistant principals among them, need none. */
    public static Cover of(Team team) {
        Map<Office, List<PersonId>> found = new TreeMap<>();
        for (Seat seat : team.seats()) {
            for (Office office : seat.offices()) {
                if (!seat.isVacant() && !office.isDeputy() && !office.equals(Office.ASSISTANT_PRINCIPAL)) {
                    found.put(office, deputies(team, office));
                }
            }
        }
        return new Cover(found);
    }

    private static List<PersonId> deputies(Team team, Office office) {
        List<PersonId> deputies = new ArrayList<>();
        for (Seat seat : team.seats()) {
            if (!seat.offices().contains(office) && seat.offices().stream().anyMatch(held -> held.isDeputyOf(office))) {
                seat.person().ifPresent(deputies::add);
            }
        }
        return deputies;
    }

    /** The offices for which nobody could step in, in order. */
    public List<Office> listUncovered() {
        return deputies.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The share of offices with a deputy; missing if nobody holds an office. */
    public Measured<Fraction> share() {
        return deputies.isEmpty()
                ? Measured.missing(MissingReason.UNDEFINED, "nobody holds an office")
                : Measured.of(Fraction.of(deputies.size() - listUncovered().size(), deputies.size()));
    }

    /** Each office with who could step in. */
    public Explanation explanation() {
        Explanation text = Explanation.of(
                "%d of %d offices have a deputy.",
                deputies.size() - listUncovered().size(), deputies.size());
        for (Map.Entry<Office, List<PersonId>> entry : deputies.entrySet()) {
            text = text.because(
                    "%s: %s.",
                    entry.getKey(),
                    entry.getValue().isEmpty()
                            ? "nobody"
                            : entry.getValue().stream().map(PersonId::value).collect(Collectors.joining(", ")));
        }
        return text;
    }

    /**
     * Who could step in for that office.
     *
     * @throws IllegalArgumentException if nobody holds it
     */
    public List<PersonId> getDeputies(Office office) {
        List<PersonId> found = deputies.get(office);
        Checks.require(found != null, "Nobody holds the office %s. Held: %s.", office, deputies.keySet());
        return found == null ? List.of() : found;
    }
}
