package org.iltlib.analytics.alignment;

import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.ImmutableGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.base.Checks;
import org.iltlib.curriculum.StandardId;

/**
 * Which standard is needed before which: a directed graph without circles. Immutable.
 *
 * <p>Publishers often draw the arrows at the parts of a standard and none at the standard itself, which then seems to
 * need nothing. {@link #withParts} makes each part a step towards its whole, so that the whole needs what its parts
 * need; {@link #listAncestors} then leaves out the parts themselves. The other way, a part inherits what its whole needs:
 * see {@link #listFoundations}.
 *
 * <p>The steps are held in a graph of Guava's; what lies near or far in one set of bits for each standard. Building takes
 * time and memory in proportion to standards times edges over 64; every answer is at most linear in that. Answers are in
 * the order of the standards and do not depend on the order of the edges, but for {@link #edges} and {@link
 * #listInversions}, which keep it.
 */
public final class PrerequisiteGraph {
    private final List<StandardId> standards;
    private final Map<StandardId, Integer> places;
    private final List<Prerequisite> edges;
    private final Map<StandardId, StandardId> parts;
    private final ImmutableGraph<Integer> steps;
    private final List<Integer> order;
    private final List<BitSet> ancestors;

    private PrerequisiteGraph(List<StandardId> standards, Set<Prerequisite> edges, Map<StandardId, StandardId> parts) {
        this.standards = List.copyOf(Checks.distinct(standards, "standards"));
        this.edges = List.copyOf(edges);
        this.parts = new LinkedHashMap<>(parts);
        this.places = new LinkedHashMap<>();
        this.standards.forEach(one -> places.put(one, places.size()));
        ImmutableGraph.Builder<Integer> building = GraphBuilder.directed()
                .nodeOrder(ElementOrder.insertion())
                .incidentEdgeOrder(ElementOrder.stable())
                .immutable();
        places.values().forEach(building::addNode);
        inOrder(this.edges).forEach(edge -> building.putEdge(place(edge.before()), place(edge.after())));
        this.steps = building.build();
        this.order = sort();
        this.ancestors = new ArrayList<>();
        places.values().forEach(any -> ancestors.add(new BitSet(places.size())));
        for (int one : order) {
            BitSet above = ancestors.get(one);
            for (int other : steps.predecessors(one)) {
                above.set(other);
                above.or(ancestors.get(other));
            }
        }
    }

    /**
     * The graph of those standards and steps; a step given twice counts once.
     *
     * @throws IllegalArgumentException if a step names a standard that is not in the list, or steps go round in a
     *     circle, naming it
     */
    public static PrerequisiteGraph of(List<StandardId> standards, List<Prerequisite> edges) {
        return new PrerequisiteGraph(standards, new LinkedHashSet<>(edges), Map.of());
    }

    /**
     * A copy in which each part is a step towards its whole.
     *
     * @param wholes the whole of each part
     * @throws IllegalArgumentException as {@link #of}
     */
    public PrerequisiteGraph withParts(Map<StandardId, StandardId> wholes) {
        Set<Prerequisite> more = new LinkedHashSet<>(edges);
        wholes.forEach((part, whole) -> more.add(new Prerequisite(part, whole)));
        Map<StandardId, StandardId> all = new LinkedHashMap<>(parts);
        all.putAll(wholes);
        return new PrerequisiteGraph(standards, more, all);
    }

    /** The steps in the order of their ends. */
    private List<Prerequisite> inOrder(List<Prerequisite> steps) {
        return steps.stream()
                .sorted(Comparator.<Prerequisite>comparingInt(edge -> place(edge.before()))
                        .thenComparingInt(edge -> place(edge.after())))
                .toList();
    }

    private int place(StandardId id) {
        Integer place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException(
                    "standard \"" + id + "\" is not in the graph. Maybe its code is spelled in another way.");
        }
        return place;
    }

    /** An order in which every standard stands after what it needs, by taking off one without open needs again and again. */
    private List<Integer> sort() {
        List<Integer> sorted = new ArrayList<>();
        int[] open = new int[standards.size()];
        Deque<Integer> free = new ArrayDeque<>();
        for (int one : steps.nodes()) {
            open[one] = steps.inDegree(one);
            if (open[one] == 0) {
                free.add(one);
            }
        }
        while (!free.isEmpty()) {
            int one = free.remove();
            sorted.add(one);
            for (int next : steps.successors(one)) {
                if (--open[next] == 0) {
                    free.add(next);
                }
            }
        }
        if (sorted.size() < standards.size()) {
            throw new IllegalArgumentException("The prerequisites go round in a circle: " + circle(open)
                    + ". Maybe a step is the wrong way round.");
        }
        return List.copyOf(sorted);
    }

    /** Walks back over open needs until a standard comes again; each that is left has one. */
    private String circle(int[] open) {
        int one = 0;
        while (open[one] == 0) {
            one++;
        }
        List<Integer> path = new ArrayList<>();
        while (!path.contains(one)) {
            path.add(0, one);
            one = steps.predecessors(one).stream()
                    .filter(other -> open[other] > 0)
                    .min(Integer::compare)
                    .orElseThrow();
        }
        StringBuilder text = new StringBuilder().append(standards.get(one));
        path.subList(0, path.indexOf(one) + 1)
                .forEach(place -> text.append(" > ").append(standards.get(place)));
        return text.toString();
    }

    /** The standards, in the order given. */
    public List<StandardId> standards() {
        return standards;
    }

    /** The steps, each once; those from a part to its whole included. */
    public List<Prerequisite> edges() {
        return edges;
    }

    /**
     * Everything that standard rests on, near or far; its own parts are left out.
     *
     * @throws IllegalArgumentException if the standard is not in the graph
     */
    public List<StandardId> listAncestors(StandardId id) {
        return list(ancestors.get(place(id))).stream()
                .filter(one -> !isPartOf(one, id))
                .toList();
    }

    /**
     * Everything that standard rests on, near or far, what it inherits included: a part rests on what its whole needs, and
     * so does whatever rests on the part. Its own parts are left out, and what its whole needs of the other parts counts
     * only where a step says so. Never less than {@link #listAncestors}, which follows the steps alone.
     *
     * @throws IllegalArgumentException if the standard is not in the graph
     */
    public List<StandardId> listFoundations(StandardId id) {
        BitSet found = new BitSet(standards.size());
        Deque<Integer> open = new ArrayDeque<>(List.of(place(id)));
        while (!open.isEmpty()) {
            int one = open.remove();
            for (int need : steps.predecessors(one)) {
                if (!found.get(need)) {
                    found.set(need);
                    open.add(need);
                }
            }
            for (int need : inherited(one)) {
                if (!found.get(need)) {
                    found.set(need);
                    open.add(need);
                }
            }
        }
        found.clear(place(id));
        return list(found).stream().filter(one -> !isPartOf(one, id)).toList();
    }

    /**
     * What that standard needs directly because its whole does, or a whole of that; empty if it is no part.
     *
     * @throws IllegalArgumentException if the standard is not in the graph
     */
    public List<StandardId> listInheritedNeeds(StandardId id) {
        return inherited(place(id)).stream()
                .distinct()
                .sorted()
                .map(standards::get)
                .toList();
    }

    /** What the wholes of that standard need, but for their parts and for what rests on the standard itself. */
    private List<Integer> inherited(int part) {
        List<Integer> needs = new ArrayList<>();
        Set<StandardId> met = new HashSet<>();
        StandardId whole = parts.get(standards.get(part));
        while (whole != null && met.add(whole)) {
            for (int need : steps.predecessors(place(whole))) {
                if (!isPartOf(standards.get(need), whole)
                        && !ancestors.get(need).get(part)) {
                    needs.add(need);
                }
            }
            whole = parts.get(whole);
        }
        return needs;
    }

    /** Whether one of the two is a part of the other, near or far, as given to {@link #withParts}. */
    public boolean isOneFamily(StandardId one, StandardId other) {
        return isPartOf(one, other) || isPartOf(other, one);
    }

    private boolean isPartOf(StandardId one, StandardId whole) {
        StandardId next = parts.get(one);
        while (next != null) {
            if (next.equals(whole)) {
                return true;
            }
            next = parts.get(next);
        }
        return false;
    }

    /**
     * Everything that rests on that standard, near or far.
     *
     * @throws IllegalArgumentException if the standard is not in the graph
     */
    public List<StandardId> listDescendants(StandardId id) {
        int place = place(id);
        return standards.stream()
                .filter(other -> ancestors.get(place(other)).get(place))
                .toList();
    }

    /**
     * What that standard needs directly; a part, too, for its whole.
     *
     * @throws IllegalArgumentException if the standard is not in the graph
     */
    public List<StandardId> listNeeds(StandardId id) {
        return steps.predecessors(place(id)).stream()
                .sorted()
                .map(standards::get)
                .toList();
    }

    /**
     * What needs that standard directly; its whole, too, for a part.
     *
     * @throws IllegalArgumentException if the standard is not in the graph
     */
    public List<StandardId> listNeededBy(StandardId id) {
        return steps.successors(place(id)).stream().sorted().map(standards::get).toList();
    }

    /** Whether the standard is in the graph. */
    public boolean contains(StandardId id) {
        return places.containsKey(id);
    }

    /** The whole of each part, as given to {@link #withParts}. */
    public Map<StandardId, StandardId> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** The standards that need none. */
    public List<StandardId> listWithoutPrerequisite() {
        return standards.stream().filter(one -> steps.inDegree(place(one)) == 0).toList();
    }

    /** The standards that none needs. */
    public List<StandardId> listWithoutSuccessor() {
        return standards.stream()
                .filter(one -> steps.outDegree(place(one)) == 0)
                .toList();
    }

    /** The standards without any step. */
    public List<StandardId> listIsolated() {
        return standards.stream().filter(one -> steps.degree(place(one)) == 0).toList();
    }

    /** How many ordered pairs there are of a standard and one that rests on it, near or far. */
    public long countReachable() {
        return ancestors.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** A longest chain, first to last; where several are as long, always the same. Empty only without standards. */
    public List<StandardId> longestChain() {
        int[] length = new int[standards.size()];
        int[] previous = new int[standards.size()];
        int last = -1;
        for (int one : order) {
            previous[one] = -1;
            for (int other : steps.predecessors(one)) {
                if (length[other] + 1 > length[one]) {
                    length[one] = length[other] + 1;
                    previous[one] = other;
                }
            }
            last = last < 0 || length[one] > length[last] ? one : last;
        }
        List<StandardId> chain = new ArrayList<>();
        for (int one = last; one >= 0; one = previous[one]) {
            chain.add(0, standards.get(one));
        }
        return List.copyOf(chain);
    }

    /** The steps that follow from others: without them the same standards rest on the same. */
    public List<Prerequisite> listRedundant() {
        return inOrder(edges).stream()
                .filter(edge -> steps.predecessors(place(edge.after())).stream()
                        .anyMatch(other -> ancestors.get(other).get(place(edge.before()))))
                .toList();
    }

    /**
     * The steps whose prerequisite is taught after what needs it. Steps with an end that is not taught are passed over, and
     * so are those from a part to its whole, which say what belongs together and nothing about order.
     *
     * @param schedule the standards in the order in which they are taught, each once
     * @throws IllegalArgumentException if a standard is not in the graph or stands twice
     */
    public List<Prerequisite> listInversions(List<StandardId> schedule) {
        Map<StandardId, Integer> taught = new LinkedHashMap<>();
        for (StandardId one : Checks.distinct(schedule, "schedule")) {
            place(one);
            taught.put(one, taught.size());
        }
        return edges.stream()
                .filter(edge -> !isOneFamily(edge.before(), edge.after()))
                .filter(edge -> taught.containsKey(edge.before()) && taught.containsKey(edge.after()))
                .filter(edge -> taught.getOrDefault(edge.before(), 0) > taught.getOrDefault(edge.after(), 0))
                .toList();
    }

    /** The parts of the graph between which there is no step, in the order of their first standards. */
    public List<List<StandardId>> listComponents() {
        int[] root = new int[standards.size()];
        for (int i = 0; i < root.length; i++) {
            root[i] = i;
        }
        for (Prerequisite edge : edges) {
            int one = root(root, place(edge.before()));
            int other = root(root, place(edge.after()));
            root[Math.max(one, other)] = Math.min(one, other);
        }
        Map<Integer, List<StandardId>> components = new LinkedHashMap<>();
        for (int i = 0; i < root.length; i++) {
            components.computeIfAbsent(root(root, i), any -> new ArrayList<>()).add(standards.get(i));
        }
        return components.values().stream().map(List::copyOf).toList();
    }

    private static int root(int[] root, int start) {
        int one = start;
        while (root[one] != one) {
            root[one] = root[root[one]];
            one = root[one];
        }
        return one;
    }

    private List<StandardId> list(BitSet set) {
        return set.stream().mapToObj(standards::get).toList();
    }
}
