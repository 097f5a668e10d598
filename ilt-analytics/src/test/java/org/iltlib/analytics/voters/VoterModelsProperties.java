package org.iltlib.analytics.voters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.choice.Margins;

class VoterModelsProperties {

    /** D. Black (1948): with single-peaked orders and an odd number of voters somebody beats all others. */
    @Property(tries = 200)
    void anOddNumberOfVotersOnOneAxisHasACondorcetWinner(
            @ForAll @IntRange(min = 0, max = 12) int half,
            @ForAll @IntRange(min = 2, max = 8) int m,
            @ForAll long seed) {
        for (VoterModel model : List.of(
                VoterModels.singlePeakedWalsh(m),
                VoterModels.singlePeakedConitzer(m),
                VoterModels.spatial(m, 1, VoterModels.Spread.NORMAL),
                VoterModels.singleCrossing(m))) {
            Margins margins = Margins.of(model.draw(2 * half + 1, seed).toProfile());
            assertThat(margins.findCondorcetWinner()).as(model.modelName()).isPresent();
        }
    }

    /** By definition: voters can be lined up so that each pair of alternatives changes places once at most. */
    @Property(tries = 100)
    void singleCrossingVotersCrossOnce(@ForAll @IntRange(min = 2, max = 7) int m, @ForAll long seed) {
        Electorate drawn = VoterModels.singleCrossing(m).draw(9, seed);
        for (int v = 0; v < 9; v++) {
            for (int w = 0; w < 9; w++) {
                boolean onlyThere = false;
                boolean onlyHere = false;
                for (int x = 0; x < m; x++) {
                    for (int y = x + 1; y < m; y++) {
                        boolean here = prefers(drawn.order(v), y, x);
                        boolean there = prefers(drawn.order(w), y, x);
                        onlyHere |= here && !there;
                        onlyThere |= there && !here;
                    }
                }
                assertThat(onlyHere && onlyThere).isFalse();
            }
        }
    }

    private static boolean prefers(int[] order, int x, int y) {
        for (int z : order) {
            if (z == x || z == y) {
                return z == x;
            }
        }
        return false;
    }
}
