package org.iltlib.analytics.collaboration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.iltlib.analytics.stats.SmallGroups;
import org.iltlib.analytics.stats.SuppressionPolicy;
import org.iltlib.base.Checks;
import org.iltlib.base.Measured;
import org.iltlib.base.MissingReason;
import org.iltlib.base.PersonId;
import org.iltlib.choice.Rational;

/**
 * The people of a school and who of them works with whom. Two people are joined if there is a tie of any kind between
 * them; ties of several kinds join them once. Immutable; the answer does not depend on the order of the input.
 *
 * <p>An isolate is joined to nobody. A bridge is a pair whose parting would part others as well; a broker is a person
 * whose leaving would. Found in O(people + ties).
 */
public final class CollaborationGraph {
    private static final LocalDate READ_ON = LocalDate.of(2026, 11, 28);

    private final List<PersonId> people;
    private final Map<PersonId, Integer> place = new HashMap<>();
    private final Map<PersonId, String> departmentOf;
    private final List<Tie> ties;
    private final int[][] neighbours;
    private final Threads threads;

    private CollaborationGraph(SortedMap<PersonId, String> departmentOf, List<Tie> ties) {
        this.departmentOf = departmentOf;
        this.people = List.copyOf(departmentOf.keySet());
        this.ties = ties;
        people.forEach(person -> place.put(person, place.size()));
        List<TreeSet<Integer>> joined = new ArrayList<>();
        people.forEach(person -> joined.add(new TreeSet<>()));
        for (Tie tie : ties) {
            int one = placeOf(tie.one());
            int other = placeOf(tie.other());
            joined.get(one).add(other);
            joined.get(other).add(one);
        }
        this.neighbours = joined.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.threads = new Threads(neighbours);
    }

    private int placeOf(PersonId person) {
        Integer found = place.get(person);
        if (found == null) {
            throw new IllegalArgumentException("A tie names \"" + person
                    + "\", who has no department. Expected everybody in departmentOf. Maybe somebody left.");
        }
        return found;
    }

    /**
     * The graph.
     *
     * @param departmentOf the department of everybody, those included who have no tie
     * @param ties who worked with whom; may be empty
     * @throws IllegalArgumentException if a tie names somebody without a department
     */
    public static CollaborationGraph of(Map<PersonId, String> departmentOf, Collection<Tie> ties) {
        SortedMap<PersonId, String> sorted = new TreeMap<>(departmentOf);
        sorted.values().forEach(department -> Checks.text(department, "department"));
        return new CollaborationGraph(
                sorted,
                ties.stream()
                        .sorted(Comparator.comparing(Tie::one)
                                .thenComparing(Tie::other)
                                .thenComparing(Tie::kind)
                                .thenComparingLong(Tie::minutes))
                        .toList());
    }

    /** How many people there are. */
    public int people() {
        return people.size();
    }

    /** How many pairs work together. */
    public int pairs() {
        int ends = 0;
        for (int[] each : neighbours) {
            ends += each.length;
        }
        return ends / 2;
    }

    /** The share of all pairs who work together; missing for fewer than two people. */
    public Measured<Rational> density() {
        long all = (long) people() * (people() - 1) / 2;
        return all == 0
                ? Measured.missing(MissingReason.UNDEFINED, "fewer than two people")
                : Measured.of(Rational.of(pairs(), all));
    }

    /** How many people work with nobody. */
    public int isolates() {
        int isolates = 0;
        for (int[] each : neighbours) {
            isolates += each.length == 0 ? 1 : 0;
        }
        return isolates;
    }

    /** Into how many parts the school falls between which there is no tie; an isolate is a part. */
    public int parts() {
        return threads.parts();
    }

    /** How many pairs hold others together: without one of them there would be one part more. */
    public int bridges() {
        return threads.bridges().size();
    }

    /** How many people hold others together: without one of them, the rest would fall into more parts. */
    public int brokers() {
        return threads.cuts().cardinality();
    }

    /**
     * How each department works together; suppressed for one with fewer people than the least, and for one more if
     * the small ones would follow from the whole school less those shown.
     *
     * @param fewest the smallest department that is shown, at least 2
     */
    public SortedMap<String, Measured<DepartmentView>> byDepartment(int fewest) {
        Checks.require(fewest >= 2, "fewest is %s. Expected 2 or more: one person is not a group.", fewest);
        SortedMap<String, Measured<DepartmentView>> views = new TreeMap<>();
        SortedMap<String, Long> sizes = new TreeMap<>();
        departmentOf.values().forEach(department -> sizes.merge(department, 1L, Long::sum));
        SmallGroups.Shown shown = SmallGroups.of(
                        new SuppressionPolicy("fewer than " + fewest + " people", READ_ON, fewest))
                .among(sizes);
        sizes.keySet().forEach(department -> views.put(department, shown.show(department, () -> view(department))));
        return Collections.unmodifiableSortedMap(views);
    }

    private Measured<DepartmentView> view(String department) {
        int members = 0;
        int inside = 0;
        int outside = 0;
        int isolates = 0;
        for (int i = 0; i < people.size(); i++) {
            if (department(i).equals(department)) {
                members++;
                isolates += neighbours[i].length == 0 ? 1 : 0;
                for (int j : neighbours[i]) {
                    boolean same = department(j).equals(department);
                    inside += same && j > i ? 1 : 0;
                    outside += same ? 0 : 1;
                }
            }
        }
        return Measured.of(DepartmentView.builder()
                .people(members)
                .pairsInside(inside)
                .pairsOutside(outside)
                .isolates(isolates)
                .build());
    }

    /**
     * The pairs of departments between which a bridge runs: one pair of people is all that holds the two sides
     * together. Each as {@code grade 4 and grade 5}, in order, each once; departments that are
     * withheld are left out.
     *
     * @param fewest the smallest department that is named, at least 2
     */
    public List<String> departmentsOnOneThread(int fewest) {
        SortedMap<String, Measured<DepartmentView>> views = byDepartment(fewest);
        TreeSet<String> pairs = new TreeSet<>();
        for (int[] bridge : threads.bridges()) {
            TreeSet<String> sides = new TreeSet<>(List.of(department(bridge[0])));
            sides.add(department(bridge[1]));
            boolean shown = sides.stream()
                    .allMatch(side ->
                            Optional.ofNullable(views.get(side)).stream().anyMatch(Measured::isReported));
            if (sides.size() == 2 && shown) {
                pairs.add(sides.first() + " and " + sides.last());
            }
        }
        return List.copyOf(pairs);
    }

    private String department(int i) {
        return departmentOf.getOrDefault(people.get(i), "");
    }

    /**
     * What the graph says of one person, to that person; empty for any other reader, and for somebody unknown.
     *
     * @param about of whom
     * @param reader who asks
     */
    public Optional<OwnView> findOwnView(PersonId about, PersonId reader) {
        Integer i = place.get(about);
        if (i == null || !about.equals(reader)) {
            return Optional.empty();
        }
        int outside = 0;
        for (int j : neighbours[i]) {
            outside += department(j).equals(department(i)) ? 0 : 1;
        }
        return Optional.of(OwnView.builder()
                .person(about)
                .addAllTies(ties.stream()
                        .filter(tie -> tie.one().equals(about) || tie.other().equals(about))
                        .sorted(Comparator.comparing((Tie tie) -> tie.one().equals(about) ? tie.other() : tie.one())
                                .thenComparing(Tie::kind))
                        .toList())
                .partners(neighbours[i].length)
                .partnersOutside(outside)
                .broker(threads.cuts().get(i))
                .build());
    }

    /** Without people: {@code 41 people, 120 pairs}. */
    @Override
    public String toString() {
        return people() + " people, " + pairs() + " pairs";
    }
}
