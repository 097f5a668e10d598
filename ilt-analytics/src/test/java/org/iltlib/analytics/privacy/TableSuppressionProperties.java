package org.iltlib.analytics.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.iltlib.analytics.stats.SuppressionPolicy;

class TableSuppressionProperties {
    private static final int MINIMUM = 3;
    private static final SuppressionPolicy POLICY =
            new SuppressionPolicy("fewer than three", LocalDate.of(2026, 11, 23), MINIMUM);

    private static final int LARGEST_GUESS = 10;

    @Property(tries = 100)
    void noAttackWorksOnRandomTables(@ForAll @Size(6) List<@IntRange(max = 6) Integer> counts) {
        SafeTable safe = TableSuppression.of(POLICY).protect(new long[][] {
            {counts.get(0), counts.get(1), counts.get(2)}, {counts.get(3), counts.get(4), counts.get(5)}
        });
        long[][] least = new long[3][4];
        long[][] most = new long[3][4];
        for (long[] row : least) {
            Arrays.fill(row, Long.MAX_VALUE);
        }
        attack(safe, new long[3][4], 0, least, most);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                if (safe.cell(r, c).isReported()) {
                    assertThat(least[r][c]).isEqualTo(most[r][c]);
                } else {
                    assertThat(most[r][c]).isGreaterThan(least[r][c]);
                    assertThat(most[r][c]).isGreaterThanOrEqualTo(MINIMUM);
                }
            }
        }
    }

    /** Tries every table of counts up to the largest guess, without the network that the library uses. */
    private static void attack(SafeTable safe, long[][] guess, int cell, long[][] least, long[][] most) {
        if (cell == 6) {
            if (agrees(safe, guess)) {
                for (int r = 0; r < 3; r++) {
                    for (int c = 0; c < 4; c++) {
                        least[r][c] = Math.min(least[r][c], guess[r][c]);
                        most[r][c] = Math.max(most[r][c], guess[r][c]);
                    }
                }
            }
            return;
        }
        int r = cell / 3;
        int c = cell % 3;
        if (safe.cell(r, c).isReported()) {
            guess[r][c] = safe.cell(r, c).orElse(0L);
            attack(safe, guess, cell + 1, least, most);
            return;
        }
        for (int value = 0; value <= LARGEST_GUESS; value++) {
            guess[r][c] = value;
            attack(safe, guess, cell + 1, least, most);
        }
    }

    private static boolean agrees(SafeTable safe, long[][] guess) {
        for (int c = 0; c < 4; c++) {
            guess[2][c] = 0;
        }
        for (int r = 0; r < 2; r++) {
            guess[r][3] = guess[r][0] + guess[r][1] + guess[r][2];
            for (int c = 0; c < 4; c++) {
                guess[2][c] += guess[r][c];
            }
        }
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                if (safe.cell(r, c).isReported() && safe.cell(r, c).orElse(-1L) != guess[r][c]) {
                    return false;
                }
            }
        }
        return true;
    }
}
