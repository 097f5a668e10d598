package org.iltlib.examples;

import java.util.Locale;
import java.util.SplittableRandom;
import org.iltlib.analytics.participation.ChanceBand;
import org.iltlib.analytics.participation.Turns;

/** What a researcher types into JShell: how often does equal talk look unequal? */
public final class Research {
    private Research() {}

    /** Runs it. */
    public static void main(String[] args) {
        // spotless:off
        ChanceBand band = ChanceBand.simulate(10, 90, 20_000, 1985); // members, turns, draws, seed
        Turns talk = Turns.of(22, 12, 14, 6, 8, 7, 9, 4, 3, 5);
        System.out.printf(Locale.ROOT, "Gini %.4f, chance alone up to %.2f%n", talk.gini(), band.high());
        SplittableRandom chance = new SplittableRandom(7);
        for (int members : new int[] {4, 8, 16}) {
            int[] turns = new int[members];
            chance.ints(60, 0, members).forEach(i -> turns[i]++);
            System.out.printf(Locale.ROOT, "%d equal speakers: Gini %.2f%n", members, Turns.of(turns).gini());
        }
        // spotless:on
    }
}
