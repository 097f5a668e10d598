package org.iltlib.team.meeting;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;
import org.iltlib.base.Fraction;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;

/**
 * Who knew what one meeting was about, whether they were there, and whether they were heard. Topics are compared exactly.
 * Immutable; linear in points times topics times members.
 *
 * @param meeting the meeting
 * @param experts who knows each topic on its agenda, by topic, in order of ids; nobody if nobody does
 */
public record ExpertiseMatch(Meeting meeting, Map<String, Set<PersonId>> experts) {

    /** Copies, in order. */
    public ExpertiseMatch {
        Map<String, Set<PersonId>> copy = new TreeMap<>();
        experts.forEach((topic, persons) -> copy.put(topic, Collections.unmodifiableSet(new TreeSet<>(persons))));
        experts = Collections.unmodifiableMap(copy);
    }

    /**
     * The match of a meeting's topics with what members know.
     *
     * @param profiles what each knows, as it stands; one a person
     * @throws IllegalArgumentException if a person has two profiles
     */
    public static ExpertiseMatch of(Meeting meeting, Collection<Expertise> profiles) {
        Checks.distinct(profiles.stream().map(Expertise::person).toList(), "profiles");
        Map<String, Set<PersonId>> experts = new TreeMap<>();
        for (AgendaItem item : meeting.agenda()) {
            for (String topic : item.topics()) {
                Set<PersonId> knowing = experts.computeIfAbsent(topic, each -> new TreeSet<>());
                profiles.stream()
                        .filter(profile -> profile.topics().contains(topic))
                        .map(Expertise::person)
                        .forEach(knowing::add);
            }
        }
        return new ExpertiseMatch(meeting, experts);
    }

    /** Who was there and knows a topic of that point, in order of ids. */
    public List<PersonId> listPresentFor(AgendaItem item) {
        return item.topics().stream()
                .flatMap(topic -> experts.getOrDefault(topic, Set.of()).stream())
                .filter(meeting.present()::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /** The topics that nobody who was there knows, in order. */
    public List<String> listUncovered() {
        return experts.entrySet().stream()
                .filter(entry -> Collections.disjoint(entry.getValue(), meeting.present()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The share of topics that somebody who was there knows; missing if no point names a topic. */
    public Measured<Fraction> coverage() {
        return experts.isEmpty()
                ? Measured.missing(MissingReason.NOT_COLLECTED, "no point names a topic")
                : Measured.of(Fraction.of(experts.size() - listUncovered().size(), experts.size()));
    }

    /**
     * Who was there, knows a topic and was never heard: took no turn and led no point. Missing where nobody noted who
     * spoke. A question for whoever facilitates, not a fault of the person.
     */
    public Measured<List<PersonId>> listUnheard() {
        if (meeting.contributions().isEmpty()) {
            return Measured.missing(MissingReason.NOT_COLLECTED, "nobody noted who spoke");
        }
        Set<PersonId> heard = new TreeSet<>();
        meeting.contributions().stream()
                .filter(contribution -> contribution.turns() > 0 || contribution.minutes() > 0)
                .map(Contribution::person)
                .forEach(heard::add);
        meeting.agenda().forEach(item -> item.owner().ifPresent(heard::add));
        return Measured.of(experts.values().stream()
                .flatMap(Set::stream)
                .filter(person -> meeting.present().contains(person) && !heard.contains(person))
                .distinct()
                .sorted()
                .toList());
    }

    /** The topics covered, and how many who know were not heard; nobody by name. */
    public Explanation explanation() {
        Explanation text = Explanation.of(
                "%d of %d topics are known to somebody who was there.",
                experts.size() - listUncovered().size(), experts.size());
        for (String topic : listUncovered()) {
            text = text.because(
                    "Nobody there knows %s; elsewhere %d do.",
                    topic, experts.getOrDefault(topic, Set.of()).size());
        }
        return text.because(listUnheard()
                .map(unheard -> unheard.size() + " who know a topic were there and not heard.")
                .orElse("Nobody noted who spoke."));
    }
}
