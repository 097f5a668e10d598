package org.iltlib.analytics.climate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iltlib.base.OrgUnitId;
import org.iltlib.base.PersonId;
import org.iltlib.people.OrgLevel;
import org.iltlib.people.OrgTree;
import org.iltlib.people.OrgUnit;
import org.iltlib.people.Staffing;
import org.iltlib.people.StakeholderGroup;

/**
 * The posts of a district or a school at the start of a year, each with what became of its holder. Immutable.
 *
 * @param posts the posts
 */
public record StaffFlow(List<StaffYear> posts) {
    /** Copies. */
    public StaffFlow {
        posts = List.copyOf(posts);
    }

    /**
     * The flow between two staff lists of one district. A person counts once, at the school whose id comes first among
     * the person's; who is still at any of them has stayed. Whoever is on the second list in another group still counts
     * as there: a teacher who became a coach has not left.
     *
     * @param start the list at the start
     * @param next the list a year later, all groups
     * @param tree the units of the district
     * @param group whom to follow, such as teachers
     * @param reasons why people went, by person, where they said so
     * @param elsewhere those known to work in a school elsewhere
     * @throws IllegalArgumentException if a unit is not in the tree, or not in a school
     */
    public static StaffFlow between(
            Collection<Staffing> start,
            Collection<Staffing> next,
            OrgTree tree,
            StakeholderGroup group,
            Map<PersonId, ExitReason> reasons,
            Set<PersonId> elsewhere) {
        SortedMap<PersonId, List<Staffing>> before = new TreeMap<>();
        start.stream()
                .filter(post -> post.group().equals(group))
                .forEach(post -> before.computeIfAbsent(post.person(), key -> new ArrayList<>())
                        .add(post));
        SortedMap<PersonId, Set<String>> after = new TreeMap<>();
        next.forEach(post ->
                after.computeIfAbsent(post.person(), key -> new TreeSet<>()).add(school(post.unit(), tree)));
        List<StaffYear> posts = new ArrayList<>();
        before.forEach((person, held) -> posts.add(
                post(held, Optional.ofNullable(after.get(person)), tree, elsewhere.contains(person), reasons)));
        return new StaffFlow(posts);
    }

    private static StaffYear post(
            List<Staffing> held,
            Optional<Set<String>> now,
            OrgTree tree,
            boolean elsewhere,
            Map<PersonId, ExitReason> reasons) {
        Set<String> schools = new TreeSet<>();
        Set<String> subjects = new TreeSet<>();
        held.forEach(post -> {
            schools.add(school(post.unit(), tree));
            post.subjects().forEach(subject -> subjects.add(subject.toString()));
        });
        StaffYear.Outcome outcome = now.map(places -> places.stream().anyMatch(schools::contains)
                        ? StaffYear.Outcome.STAYED
                        : StaffYear.Outcome.MOVED_WITHIN)
                .orElse(elsewhere ? StaffYear.Outcome.MOVED_BEYOND : StaffYear.Outcome.LEFT);
        StaffYear.Builder post = StaffYear.builder()
                .school(schools.iterator().next())
                .outcome(outcome)
                .subject(
                        subjects.isEmpty()
                                ? "no subject named"
                                : subjects.size() == 1 ? subjects.iterator().next() : "several subjects")
                .yearsOfExperience(held.stream()
                        .flatMap(one -> one.yearsOfExperience().stream())
                        .findFirst());
        if (outcome != StaffYear.Outcome.STAYED) {
            post.reason(Optional.ofNullable(reasons.get(held.get(0).person())));
        }
        return post.build();
    }

    private static String school(OrgUnitId id, OrgTree tree) {
        return Stream.concat(Stream.of(tree.getUnit(id)), tree.listAbove(id).stream())
                .filter(unit -> unit.level() == OrgLevel.SCHOOL)
                .map(OrgUnit::id)
                .map(OrgUnitId::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The unit %s is in no school. Maybe leave out posts of the district.".formatted(id)));
    }

    /** How many have that outcome. */
    public long count(StaffYear.Outcome outcome) {
        return posts.stream().filter(post -> post.outcome() == outcome).count();
    }
}
