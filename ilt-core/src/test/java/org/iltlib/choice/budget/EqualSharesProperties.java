package org.iltlib.choice.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.BudgetProfile;
import org.iltlib.choice.Rational;

/** Counting over one common denominator is counting in fractions. */
class EqualSharesProperties {
    private static BudgetProfile draw(Random random, int projects, int ballots) {
        BudgetProfile.Builder builder =
                BudgetProfile.builder(Rational.of(1 + random.nextInt(400), 1 + random.nextInt(6)));
        for (int p = 0; p < projects; p++) {
            builder.project("p" + p, Rational.of(1 + random.nextInt(90), 1 + random.nextInt(4)));
        }
        for (int b = 0; b < ballots; b++) {
            TreeMap<Integer, Long> points = new TreeMap<>();
            for (int p = 0; p < projects; p++) {
                if (random.nextInt(3) == 0) {
                    points.put(p, 1L + random.nextInt(4));
                }
            }
            builder.add(1 + random.nextInt(5), points);
        }
        return builder.build();
    }

    @Property(tries = 400)
    void purchasesPricesAndTiesAreThoseOfPlainFractions(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int projects,
            @ForAll @IntRange(min = 1, max = 9) int ballots,
            @ForAll boolean points) {
        Random random = new Random(seed);
        BudgetProfile profile = draw(random, projects, ballots);
        EqualShares shares = new EqualShares(profile, points);
        for (int run = 0; run < 2; run++) {
            Rational share = profile.budget()
                    .dividedBy(Math.max(1, profile.voters()))
                    .plus(Rational.of(random.nextInt(9), 1 + random.nextInt(7)));
            PlainEqualShares plain = new PlainEqualShares(profile, points).run(share);
            shares.run(share);
            assertThat(shares.chosen()).isEqualTo(plain.chosen);
            assertThat(shares.steps()).isEqualTo(plain.steps);
            assertThat(shares.ties).isEqualTo(plain.ties);
        }
    }
}
