package org.iltlib.analytics.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class JuryProperties {

    /** Expected: every way of being right and wrong, added up. */
    @Property(tries = 200)
    void anyJuryIsThatOfEnumeration(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0, max = 1) Double> members) {
        double[] chances = members.stream().mapToDouble(Double::doubleValue).toArray();
        Jury jury = Jury.of(chances);
        for (int right = 0; right <= chances.length + 1; right++) {
            double sum = 0;
            for (int who = 0; who < 1 << chances.length; who++) {
                double probability = 1;
                for (int i = 0; i < chances.length; i++) {
                    probability *= (who >> i & 1) == 1 ? chances[i] : 1 - chances[i];
                }
                sum += Integer.bitCount(who) >= right ? probability : 0;
            }
            assertThat(jury.atLeast(right)).isCloseTo(sum, within(1e-12));
        }
    }
}
