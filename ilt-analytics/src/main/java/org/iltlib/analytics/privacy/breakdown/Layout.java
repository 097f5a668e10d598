package org.iltlib.analytics.privacy.breakdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.iltlib.base.Checks;

/** Units (a district, its schools, the grades of each) and groups (all, attributes, crosses of two) by number. */
final class Layout {
    /** Two attributes and the groups of their cross, by their codes. */
    static final class Cross {
        private final int one;
        private final int other;
        private final int[][] groups;

        Cross(int one, int other, int[][] groups) {
            this.one = one;
            this.other = other;
            this.groups = groups;
        }

        int one() {
            return one;
        }

        int other() {
            return other;
        }

        int[][] groups() {
            return groups;
        }
    }

    final List<String> unitNames = new ArrayList<>();
    final List<String> groupNames = new ArrayList<>();
    final int[] leafOfRow;
    final int[][] groupsOfRow;
    final int[] parent;
    final List<List<Integer>> children = new ArrayList<>();
    final List<int[]> attributes = new ArrayList<>();
    final List<Cross> crosses = new ArrayList<>();
    /** For each group its attribute, the number of attributes and more for a cross, -1 for all. */
    final int[] owner;

    Layout(List<String> schools, List<String> grades, Map<String, List<String>> columns, List<List<String>> crossed) {
        int rows = schools.size();
        unitNames.add("district");
        Map<String, Integer> units = new LinkedHashMap<>();
        new TreeSet<>(schools).forEach(school -> {
            units.put(school, unitNames.size());
            unitNames.add(school);
        });
        int leaves = unitNames.size();
        TreeSet<List<String>> pairs = new TreeSet<>((a, b) -> a.get(0).equals(b.get(0))
                ? a.get(1).compareTo(b.get(1))
                : a.get(0).compareTo(b.get(0)));
        for (int row = 0; row < rows; row++) {
            pairs.add(List.of(schools.get(row), grades.get(row)));
        }
        Map<List<String>, Integer> leafOf = new LinkedHashMap<>();
        parent = new int[leaves + pairs.size()];
        for (int unit = 0; unit < parent.length; unit++) {
            children.add(new ArrayList<>());
        }
        parent[0] = -1;
        for (int school = 1; school < leaves; school++) {
            children.get(0).add(school);
        }
        for (List<String> pair : pairs) {
            int leaf = unitNames.size();
            leafOf.put(pair, leaf);
            unitNames.add(pair.get(0) + ", " + pair.get(1));
            parent[leaf] = units.getOrDefault(pair.get(0), 0);
            children.get(parent[leaf]).add(leaf);
        }
        leafOfRow = new int[rows];
        for (int row = 0; row < rows; row++) {
            leafOfRow[row] = leafOf.getOrDefault(List.of(schools.get(row), grades.get(row)), 0);
        }
        groupNames.add("all");
        List<Integer> owners = new ArrayList<>(List.of(-1));
        groupsOfRow = new int[rows][1 + columns.size() + crossed.size()];
        int[][] codes = new int[columns.size()][];
        List<String> names = List.copyOf(columns.keySet());
        for (int a = 0; a < names.size(); a++) {
            List<String> labels = columns.getOrDefault(names.get(a), List.of());
            List<String> levels = List.copyOf(new TreeSet<>(labels));
            int first = groupNames.size();
            attributes.add(IntStream.range(first, first + levels.size()).toArray());
            for (String level : levels) {
                groupNames.add(names.get(a) + " " + level);
                owners.add(a);
            }
            codes[a] = labels.stream().mapToInt(levels::indexOf).toArray();
            for (int row = 0; row < rows; row++) {
                groupsOfRow[row][1 + a] = first + codes[a][row];
            }
        }
        for (int c = 0; c < crossed.size(); c++) {
            int one = names.indexOf(crossed.get(c).get(0));
            int other = names.indexOf(crossed.get(c).get(1));
            Checks.require(
                    one >= 0 && other >= 0 && one != other, "cross is %s. Expected two attributes.", crossed.get(c));
            int[][] groups = new int[attributes.get(one).length][attributes.get(other).length];
            for (int i = 0; i < groups.length; i++) {
                for (int j = 0; j < groups[i].length; j++) {
                    groups[i][j] = groupNames.size();
                    groupNames.add(groupNames.get(attributes.get(one)[i]) + ", "
                            + groupNames.get(attributes.get(other)[j]));
                    owners.add(names.size() + c);
                }
            }
            crosses.add(new Cross(one, other, groups));
            for (int row = 0; row < rows; row++) {
                groupsOfRow[row][1 + names.size() + c] = groups[codes[one][row]][codes[other][row]];
            }
        }
        owner = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    int units() {
        return parent.length;
    }

    int groups() {
        return owner.length;
    }

    boolean isLeaf(int unit) {
        return children.get(unit).isEmpty();
    }

    /** The place of a group in its attribute. */
    int code(int attribute, int group) {
        return Arrays.binarySearch(attributes.get(attribute), group);
    }
}
