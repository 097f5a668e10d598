package org.iltlib.analytics.progress.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iltlib.analytics.progress.control.ControlSignal.Rule;

/** Applies the rules to points one by one, each in O(1); a point comes with its distance in thirds of the band. */
final class ControlTracker {
    private static final int SIDE = 8;
    private static final int INNER = 15;
    private static final int TREND = 6;

    private final Set<Rule> rules;
    private int side;
    private int sideFrom;
    private boolean above;
    private int inner;
    private int innerFrom;
    private int climb;
    private int climbFrom;
    private double last;
    private int lastPlace;
    private final int[] outer = new int[3];
    private final int[] places = new int[3];
    private int count;

    ControlTracker(Set<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Adds a point.
     *
     * @param value to be compared with its neighbours
     * @param thirds how many thirds of the band it lies above the centre; below zero if below; infinite if the band has
     *     no width and it is not on the centre
     * @param wideStep whether the step to it is above the limit
     */
    List<ControlSignal> add(int place, double value, double thirds, boolean wideStep) {
        List<ControlSignal> now = new ArrayList<>(2);
        note(now, Math.abs(thirds) > 3, Rule.POINT_OUTSIDE, place, place);
        note(now, wideStep, Rule.RANGE_OUTSIDE, lastPlace, place);
        side(place, thirds);
        note(now, side == SIDE, Rule.EIGHT_ON_ONE_SIDE, sideFrom, place);
        outer(place, thirds, now);
        boolean near = Math.abs(thirds) < 1;
        innerFrom = near && inner == 0 ? place : innerFrom;
        inner = near ? inner + 1 : 0;
        note(now, inner == INNER, Rule.FIFTEEN_INNER, innerFrom, place);
        climb(place, value);
        note(now, Math.abs(climb) == TREND, Rule.TREND_OF_SIX, climbFrom, place);
        last = value;
        lastPlace = place;
        count++;
        return now;
    }

    private void note(List<ControlSignal> now, boolean holds, Rule rule, int from, int to) {
        if (holds && rules.contains(rule)) {
            now.add(new ControlSignal(rule, from, to));
        }
    }

    private void side(int place, double thirds) {
        if (!(thirds < 0 || thirds > 0)) {
            side = 0;
            return;
        }
        boolean aboveNow = thirds > 0;
        boolean goesOn = side > 0 && aboveNow == above;
        sideFrom = goesOn ? sideFrom : place;
        side = goesOn ? side + 1 : 1;
        above = aboveNow;
    }

    private void outer(int place, double thirds, List<ControlSignal> now) {
        int sign = thirds > 2 ? 1 : thirds < -2 ? -1 : 0;
        outer[count % 3] = sign;
        places[count % 3] = place;
        for (int back = 1; sign != 0 && back <= Math.min(2, count); back++) {
            if (outer[(count - back) % 3] == sign) {
                note(now, true, Rule.TWO_OF_THREE_OUTER, places[(count - back) % 3], place);
                return;
            }
        }
    }

    private void climb(int place, double value) {
        int sign = count == 0 || !(value < last || value > last) ? 0 : value > last ? 1 : -1;
        boolean goesOn = sign != 0 && climb * sign > 1;
        climbFrom = goesOn ? climbFrom : sign == 0 ? place : lastPlace;
        climb = goesOn ? climb + sign : sign == 0 ? 1 : 2 * sign;
    }
}
