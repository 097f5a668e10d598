package org.iltlib.examples.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.curriculum.Standard;
import org.iltlib.curriculum.StandardId;
import org.iltlib.curriculum.StandardsFramework;

/**
 * What the levels of a hierarchy are for, told from its shape alone: standards are the level on which most of
 * what has nothing below it stands, deeper ones parts of standards; domains the deepest level above with at most 80 headings.
 */
final class Outline {
    private static final int MOST_DOMAINS = 80;

    private final StandardsFramework framework;
    private final Map<StandardId, Integer> depths = new HashMap<>();
    private final int domainDepth;
    private final int standardDepth;

    Outline(StandardsFramework framework) {
        this.framework = framework;
        Map<Integer, Integer> headings = new HashMap<>();
        Map<Integer, Integer> leaves = new HashMap<>();
        for (Standard item : framework.items()) {
            int depth = framework.listAncestors(item.id()).size() + 1;
            depths.put(item.id(), depth);
            (isLeaf(item) ? leaves : headings).merge(depth, 1, Integer::sum);
        }
        this.standardDepth = leaves.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
        int deepest = 1;
        for (int depth = 1; depth < standardDepth && headings.getOrDefault(depth, 0) <= MOST_DOMAINS; depth++) {
            deepest = depth;
        }
        this.domainDepth = deepest;
    }

    boolean isLeaf(Standard item) {
        return framework.listChildren(item.id()).isEmpty();
    }

    int depth(StandardId id) {
        return depths.getOrDefault(id, 1);
    }

    int deepest() {
        return depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    List<Standard> leaves() {
        return framework.items().stream().filter(this::isLeaf).toList();
    }

    /** The standards and their parts, without headings. */
    List<StandardId> teachable() {
        return framework.items().stream()
                .filter(item -> isLeaf(item) || depth(item.id()) >= standardDepth)
                .map(Standard::id)
                .toList();
    }

    /** The whole of each part. */
    Map<StandardId, StandardId> wholes() {
        Map<StandardId, StandardId> wholes = new LinkedHashMap<>();
        for (Standard item : framework.items()) {
            Optional<StandardId> parent = item.parent();
            if (parent.isPresent() && depth(parent.get()) >= standardDepth) {
                wholes.put(item.id(), parent.get());
            }
        }
        return wholes;
    }

    /** The domain of an item: what stands above it on the level of domains, or else the highest above it. */
    Standard domain(Standard item) {
        List<Standard> path = new ArrayList<>(framework.listAncestors(item.id()));
        path.add(0, item);
        return path.stream()
                .filter(one -> depth(one.id()) == domainDepth)
                .findFirst()
                .orElse(path.get(path.size() - 1));
    }

    /** The domains that have something below them or are themselves all there is, in the order of the framework. */
    List<Standard> domains() {
        return leaves().stream().map(this::domain).distinct().toList();
    }

    /** The item and what is above it, nearest first. */
    List<StandardId> path(Standard item) {
        List<StandardId> path = new ArrayList<>(List.of(item.id()));
        framework.listAncestors(item.id()).forEach(above -> path.add(above.id()));
        return path;
    }

    /** A short name: the code, or the words, with those of the heading above for what has no code. */
    String name(Standard item) {
        if (item.code().isPresent()) {
            return item.code().get();
        }
        String words = cut(item.statement(), 60);
        return item.parent()
                .map(parent -> depth(item.id()) > 2
                        ? cut(framework.getStandard(parent).statement(), 40) + ": " + words
                        : words)
                .orElse(words);
    }

    String name(StandardId id) {
        return framework.findStandard(id).map(this::name).orElse(id.value());
    }

    static String cut(String text, int most) {
        String plain = text.replaceAll("</?[A-Za-z][^<>]{0,60}>", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (plain.length() <= most) {
            return plain;
        }
        int blank = plain.lastIndexOf(' ', most - 1);
        return plain.substring(0, blank > most / 2 ? blank : most - 1).strip() + "…";
    }
}
