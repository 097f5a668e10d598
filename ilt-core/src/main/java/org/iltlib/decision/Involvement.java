package org.iltlib.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iltlib.base.Checks;
import org.iltlib.base.Explanation;

/**
 * How many should take part in a decision, by the rules of Vroom and Yetton of 1973. Rules only take ways of deciding away; of
 * those left the quickest, or the one with most part in it, is chosen. For all 128 situations some way is left.
 *
 * <pre>{@code
 * Involvement involvement = situation.involvement();
 * involvement.feasible();          // [AFTER_HEARING_ALL, TOGETHER]
 * involvement.quickest();          // AFTER_HEARING_ALL
 * involvement.why();               // which rule took which way away
 * }</pre>
 *
 * <p>These are the rules of 1973: V. H. Vroom and P. W. Yetton (1973), <i>Leadership and Decision-Making</i>, commonly
 * told as seven. The seventh is commonly told both for all matters and only for those where quality counts; here it holds
 * for all, which changes nothing: where quality does not count, the sixth takes the same ways away. The later model of
 * Vroom and Jago (1988), with graded answers and estimated weights, is not included.
 *
 * @param feasible the ways left, that of the leader alone first
 * @param removed the rule, 1 to 7, that first took a way away
 */
public record Involvement(List<Way> feasible, Map<Way, Integer> removed) {

    /** A way of deciding, from the leader alone to all together. */
    public enum Way {
        /** The leader decides on what is known already (A1). */
        ALONE("the leader decides alone"),
        /** The leader decides after asking members for facts (A2). */
        ALONE_AFTER_ASKING("the leader decides after asking for facts"),
        /** The leader hears members one by one and decides (C1). */
        AFTER_HEARING_EACH("the leader decides after hearing each member"),
        /** The leader hears the team together and decides (C2). */
        AFTER_HEARING_ALL("the leader decides after hearing the team"),
        /** The team decides (G2). */
        TOGETHER("the team decides together");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** In words. */
        @Override
        public String toString() {
            return words;
        }
    }

    private static final List<String> RULES = List.of(
            "quality counts and the leader does not know enough",
            "quality counts and members may not want what the school wants",
            "quality counts, the leader does not know enough, and it is not clear what is missing",
            "acceptance is needed and members would not accept it from the leader alone",
            "the same, and members are likely to disagree: they must talk together",
            "only acceptance counts, and members would not accept it from the leader alone",
            "acceptance is needed, members want what the school wants, and would not accept it from the leader alone");

    /** Copies; some way must be left. */
    public Involvement {
        feasible = List.copyOf(Checks.notEmpty(feasible, "feasible"));
        removed = Collections.unmodifiableMap(new TreeMap<>(removed));
    }

    /** What the rules leave in that situation. */
    public static Involvement of(Situation s) {
        boolean uninformed = s.quality() && !s.informed();
        boolean unaccepted = s.acceptanceNeeded() && !s.acceptedFromLeader();
        boolean[] holds = {
            uninformed,
            s.quality() && !s.goalsShared(),
            uninformed && !s.structured(),
            unaccepted,
            unaccepted && s.conflictLikely(),
            unaccepted && !s.quality(),
            unaccepted && s.goalsShared()
        };
        Map<Way, Integer> removed = new EnumMap<>(Way.class);
        for (int rule = 1; rule <= holds.length; rule++) {
            if (holds[rule - 1]) {
                for (Way way : takenAway(rule)) {
                    removed.putIfAbsent(way, rule);
                }
            }
        }
        List<Way> feasible = new ArrayList<>(List.of(Way.values()));
        feasible.removeAll(removed.keySet());
        return new Involvement(feasible, removed);
    }

    private static List<Way> takenAway(int rule) {
        List<Way> all = List.of(Way.values());
        return switch (rule) {
            case 1 -> all.subList(0, 1);
            case 2 -> all.subList(4, 5);
            case 3, 5 -> all.subList(0, 3);
            case 4 -> all.subList(0, 2);
            default -> all.subList(0, 4);
        };
    }

    /** The way that takes least time (model A). */
    public Way quickest() {
        return feasible.get(0);
    }

    /** The way in which members have most part (model B). */
    public Way mostInclusive() {
        return feasible.get(feasible.size() - 1);
    }

    /** Whether the rules leave that way. */
    public boolean allows(Way way) {
        return feasible.contains(way);
    }

    /** What is left, and why the rest is not. */
    public Explanation why() {
        Explanation why = Explanation.of(
                "%s",
                "Left: "
                        + String.join("; ", feasible.stream().map(Way::toString).toList()) + ".");
        for (Way way : Way.values()) {
            Integer rule = removed.get(way);
            if (rule != null) {
                why = why.because("Not \"%s\", by rule %s: %s.", way, rule, RULES.get(rule - 1));
            }
        }
        return why;
    }
}
