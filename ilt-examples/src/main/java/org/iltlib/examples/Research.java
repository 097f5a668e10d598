package org.iltlib.examples;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.iltlib.analytics.participation.ChanceBand;
import org.iltlib.analytics.participation.Turns;

/** What a researcher types into JShell: how often does equal talk look unequal? */
public final class Research {
    private Research() {}

    /** Runs it. */
    public static void main(String[] args) {
        // README
        ChanceBand band = ChanceBand.simulate(10, 90, 20_000, 1985); // members, turns, draws, seed
        Turns talk = Turns.of(22, 12, 14, 6, 8, 7, 9, 4, 3, 5);
        System.out.printf("Gini %.4f, chance alone up to %.2f%n", talk.gini(), band.high());
        RandomGenerator chance = new java.util.SplittableRandom(7);
        for (int members : new int[] {4, 8, 16}) {
            int[] turns = new int[members];
            chance.ints(60, 0, members).forEach(i -> turns[i]++);
            System.out.println(members + " equal speakers: " + Arrays.toString(turns) + " Gini "
                    + Turns.of(turns).gini());
        }
        // README
    }
}
