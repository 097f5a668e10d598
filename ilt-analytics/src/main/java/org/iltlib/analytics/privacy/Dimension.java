package org.iltlib.analytics.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iltlib.base.Checks;

/**
 * A way to divide a population: a tree of codes, such as district, schools and grades, or all students and two groups.
 * Everybody has one leaf. Immutable.
 *
 * <pre>{@code
 * Dimension grade = Dimension.flat("grade", List.of("3", "4", "5"));
 * Dimension unit = Dimension.tree("unit", "district", Map.of("north", "district", "south", "district", "north 3", "north"));
 * Dimension withoutThree = grade.only(Set.of("4", "5"));     // a filter: the same codes, fewer students
 * }</pre>
 */
public final class Dimension {
    private static final String SIGNS = ",+:;\"";

    private final String name;
    private final String root;
    private final Map<String, Set<String>> leavesOf;
    private final Map<String, List<String>> children;
    private final Set<String> chosen;

    private Dimension(
            String name,
            String root,
            Map<String, Set<String>> leavesOf,
            Map<String, List<String>> children,
            Set<String> chosen) {
        this.name = name;
        this.root = root;
        this.leavesOf = leavesOf;
        this.children = children;
        this.chosen = chosen;
    }

    /**
     * A dimension of codes that stand side by side under {@code all}.
     *
     * @throws IllegalArgumentException if there is no code, or one stands twice or is {@code all}
     */
    public static Dimension flat(String name, Collection<String> codes) {
        Checks.distinct(codes, name);
        Map<String, String> parents = new LinkedHashMap<>();
        codes.forEach(code -> parents.put(code, "all"));
        return tree(name, "all", parents);
    }

    /**
     * A dimension of codes under others.
     *
     * @param name the dimension's name
     * @param root the code of everybody
     * @param parents the parent of every other code
     * @throws IllegalArgumentException if a parent is unknown, or codes stand in a circle
     */
    public static Dimension tree(String name, String root, Map<String, String> parents) {
        Checks.text(name, "name");
        Checks.notEmpty(parents.keySet(), name);
        Checks.require(!parents.containsKey(root), "\"%s\" is the root of %s and has a parent.", root, name);
        Map<String, List<String>> children = new LinkedHashMap<>();
        Collection<String> order =
                parents instanceof LinkedHashMap ? parents.keySet() : new TreeSet<>(parents.keySet());
        for (String code : order) {
            String parent = parents.getOrDefault(code, root);
            Checks.require(
                    parent.equals(root) || parents.containsKey(parent),
                    "The parent \"%s\" of \"%s\" is no code of %s.",
                    parent,
                    code,
                    name);
            children.computeIfAbsent(parent, key -> new ArrayList<>()).add(code);
        }
        Map<String, Set<String>> leavesOf = new LinkedHashMap<>();
        leaves(root, children, leavesOf);
        Checks.require(
                leavesOf.size() == parents.size() + 1,
                "Some codes of %s do not lead to \"%s\". Maybe a circle.",
                name,
                root);
        return new Dimension(name, root, leavesOf, children, leavesOf.getOrDefault(root, Set.of()));
    }

    private static Set<String> leaves(
            String code, Map<String, List<String>> children, Map<String, Set<String>> leavesOf) {
        Set<String> leaves = new TreeSet<>();
        leavesOf.put(code, leaves);
        for (String child : children.getOrDefault(code, List.of())) {
            leaves.addAll(leaves(child, children, leavesOf));
        }
        if (leaves.isEmpty()) {
            leaves.add(code);
        }
        return leaves;
    }

    /**
     * The same codes for a part of the population: those of these leaves.
     *
     * @throws IllegalArgumentException if there is none, or one is no leaf
     */
    public Dimension only(Set<String> leaves) {
        Checks.notEmpty(leaves, "leaves");
        for (String leaf : leaves) {
            Checks.require(
                    leavesOf.getOrDefault(root, Set.of()).contains(leaf),
                    "\"%s\" is no leaf of %s. Maybe one of %s.",
                    leaf,
                    name,
                    leavesOf.getOrDefault(root, Set.of()));
        }
        return new Dimension(name, root, leavesOf, children, new TreeSet<>(leaves));
    }

    /** The dimension's name. */
    public String name() {
        return name;
    }

    /** The code of everybody. */
    public String root() {
        return root;
    }

    /** The codes with somebody in them, parents before their children. */
    public List<String> codes() {
        return leavesOf.keySet().stream()
                .filter(code -> !leavesUnder(code).isEmpty())
                .toList();
    }

    /** The codes directly below; none below a leaf. */
    public List<String> children(String code) {
        return children.getOrDefault(code, List.of()).stream()
                .filter(child -> !leavesUnder(child).isEmpty())
                .toList();
    }

    /** The leaves below the code, or itself; in the order of their text. */
    public Set<String> leavesUnder(String code) {
        return leavesOf.getOrDefault(code, Set.of()).stream()
                .filter(chosen::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What everybody of these leaves is called: the code that has just these, of several the lowest, or the leaves joined by plus signs. */
    String label(Set<String> leaves) {
        String found = "";
        for (Map.Entry<String, Set<String>> code : leavesOf.entrySet()) {
            if (code.getValue().equals(leaves)) {
                found = code.getKey();
            }
        }
        return found.isEmpty()
                ? new TreeSet<>(leaves)
                        .stream().map(leaf -> CrossTable.quoted(leaf, SIGNS)).collect(Collectors.joining("+"))
                : CrossTable.quoted(found, SIGNS);
    }

    /** Whether that is a code without others below it, chosen or not. */
    boolean isLeaf(String code) {
        return leavesOf.getOrDefault(root, Set.of()).contains(code);
    }

    /** Whether these leaves are everybody. */
    boolean isAll(Set<String> leaves) {
        return leaves.equals(leavesOf.get(root));
    }

    /** Such as {@code grade: 3, 4, 5}. */
    @Override
    public String toString() {
        return name + ": " + String.join(", ", chosen);
    }
}
