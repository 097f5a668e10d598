package org.iltlib.analytics.privacy.breakdown;

import java.util.List;

/**
 * Some students imagined otherwise: where the sign of the unit times that of the group is positive, there are so many
 * more, elsewhere so many fewer. If the units balance, or the groups do, no sum above or beside them changes.
 */
record Move(Side units, Side groups) {
    /** What is counted up and what down. */
    record Side(List<Integer> plus, List<Integer> minus) {
        static Side of(List<Integer> plus, List<Integer> minus) {
            return new Side(List.copyOf(plus), List.copyOf(minus));
        }
    }

    /** Receives a cell and whether it is counted up. */
    interface Visitor {
        void visit(int unit, int group, boolean up);
    }

    void each(Visitor visitor) {
        for (int unit : units.plus) {
            groups.plus.forEach(group -> visitor.visit(unit, group, true));
            groups.minus.forEach(group -> visitor.visit(unit, group, false));
        }
        for (int unit : units.minus) {
            groups.plus.forEach(group -> visitor.visit(unit, group, false));
            groups.minus.forEach(group -> visitor.visit(unit, group, true));
        }
    }
}
