package org.iltlib.analytics.privacy.breakdown;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.analytics.privacy.breakdown.Move.Side;

/** The ways in which a cell can be counted up without a change of any total. */
final class Moves {
    private final Layout layout;
    private final int[][] sizes;

    /** Sizes by unit and group, to choose the larger where there is a choice. */
    Moves(Layout layout, int[][] sizes) {
        this.layout = layout;
        this.sizes = sizes;
    }

    List<Move> of(int unit, int group) {
        List<Move> moves = new ArrayList<>();
        for (Side units : sides(unit, group)) {
            int up = units.plus().get(units.plus().size() - 1);
            int down = units.minus().isEmpty()
                    ? up
                    : units.minus().get(units.minus().size() - 1);
            if (group == 0) {
                if (!units.minus().isEmpty()) {
                    moves.add(new Move(units, everybody(up, down)));
                }
            } else if (layout.owner[group] < layout.attributes.size()) {
                for (int other : layout.attributes.get(layout.owner[group])) {
                    if (other != group) {
                        moves.add(new Move(units, pair(group, other, up, down, -1, 0)));
                    }
                }
            } else {
                square(units, group, moves);
                strips(units, group, up, down, moves);
            }
        }
        return moves;
    }

    /** The last of each side is a grade; what stands before it are the units that hold it. */
    private List<Side> sides(int unit, int group) {
        List<Side> sides = new ArrayList<>();
        if (unit == 0) {
            for (int school : layout.children.get(0)) {
                sides.add(Side.of(List.of(0, school, largest(school, group)), List.of()));
            }
            return sides;
        }
        int school = layout.isLeaf(unit) ? layout.parent[unit] : unit;
        if (layout.isLeaf(unit)) {
            for (int sibling : layout.children.get(school)) {
                if (sibling != unit) {
                    sides.add(Side.of(List.of(unit), List.of(sibling)));
                }
            }
        }
        for (int leaf : layout.isLeaf(unit) ? List.of(unit) : layout.children.get(school)) {
            for (int other : layout.children.get(0)) {
                if (other != school) {
                    sides.add(Side.of(List.of(school, leaf), List.of(other, largest(other, group))));
                }
            }
            sides.add(Side.of(List.of(0, school, leaf), List.of()));
        }
        return sides;
    }

    private int largest(int school, int group) {
        int best = layout.children.get(school).get(0);
        for (int leaf : layout.children.get(school)) {
            best = sizes[leaf][group] > sizes[best][group] ? leaf : best;
        }
        return best;
    }

    /** Students of one kind, the most frequent in both units. */
    private Side everybody(int up, int down) {
        List<Integer> kind = new ArrayList<>(List.of(0));
        int[] codes = new int[layout.attributes.size()];
        for (int a = 0; a < codes.length; a++) {
            int[] groups = layout.attributes.get(a);
            for (int i = 1; i < groups.length; i++) {
                if (common(up, down, groups[i]) > common(up, down, groups[codes[a]])) {
                    codes[a] = i;
                }
            }
            kind.add(groups[codes[a]]);
        }
        layout.crosses.forEach(cross -> kind.add(cross.groups()[codes[cross.one()]][codes[cross.other()]]));
        return Side.of(kind, List.of());
    }

    private int common(int up, int down, int group) {
        return Math.min(sizes[up][group], sizes[down][group]);
    }

    /** Students who have one label instead of another of the same attribute, and of each cross one second label, one of them forced. */
    private Side pair(int group, int other, int up, int down, int forced, int label) {
        int attribute = layout.owner[group];
        int mine = layout.code(attribute, group);
        int its = layout.code(attribute, other);
        List<Integer> plus = new ArrayList<>(List.of(group));
        List<Integer> minus = new ArrayList<>(List.of(other));
        for (int c = 0; c < layout.crosses.size(); c++) {
            Layout.Cross cross = layout.crosses.get(c);
            if (cross.one() == attribute || cross.other() == attribute) {
                boolean first = cross.one() == attribute;
                int width = first ? cross.groups()[0].length : cross.groups().length;
                int best = 0;
                int most = -1;
                for (int h = 0; h < width; h++) {
                    int room = Math.min(sizes[up][at(cross, first, its, h)], sizes[down][at(cross, first, mine, h)]);
                    if (room > most) {
                        most = room;
                        best = h;
                    }
                }
                best = c == forced ? label : best;
                plus.add(at(cross, first, mine, best));
                minus.add(at(cross, first, its, best));
            }
        }
        return Side.of(plus, minus);
    }

    private static int at(Layout.Cross cross, boolean first, int i, int j) {
        return first ? cross.groups()[i][j] : cross.groups()[j][i];
    }

    /** As for one of the two attributes, with the other label of the target as the second label. */
    private void strips(Side units, int group, int up, int down, List<Move> moves) {
        int at = layout.owner[group] - layout.attributes.size();
        Layout.Cross cross = layout.crosses.get(at);
        for (int i = 0; i < cross.groups().length; i++) {
            for (int j = 0; j < cross.groups()[i].length; j++) {
                if (cross.groups()[i][j] == group) {
                    int[] one = layout.attributes.get(cross.one());
                    int[] other = layout.attributes.get(cross.other());
                    for (int label : one) {
                        if (label != one[i]) {
                            moves.add(new Move(units, pair(one[i], label, up, down, at, j)));
                        }
                    }
                    for (int label : other) {
                        if (label != other[j]) {
                            moves.add(new Move(units, pair(other[j], label, up, down, at, i)));
                        }
                    }
                }
            }
        }
    }

    private void square(Side units, int group, List<Move> moves) {
        int[][] groups = layout.crosses
                .get(layout.owner[group] - layout.attributes.size())
                .groups();
        for (int i = 0; i < groups.length; i++) {
            for (int j = 0; j < groups[i].length; j++) {
                if (groups[i][j] == group) {
                    for (int p = 0; p < groups.length; p++) {
                        for (int q = 0; q < groups[i].length; q++) {
                            if (p != i && q != j) {
                                moves.add(new Move(
                                        units,
                                        Side.of(List.of(group, groups[p][q]), List.of(groups[p][j], groups[i][q]))));
                            }
                        }
                    }
                }
            }
        }
    }
}
