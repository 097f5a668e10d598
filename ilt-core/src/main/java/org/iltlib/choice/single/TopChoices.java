package org.iltlib.choice.single;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.iltlib.choice.Profile;
import org.iltlib.choice.Rational;

/**
 * For each distinct ranking, the rank at which it counts now. It only moves down as alternatives leave the count. A
 * ranking that is exhausted stays so.
 */
final class TopChoices {
    private final Profile profile;
    private final Overvotes overvotes;
    private final int mostSkipped;
    private final int[] at;

    TopChoices(Profile profile, Overvotes overvotes, int mostSkipped) {
        this(profile, overvotes, mostSkipped, new int[profile.distinct()]);
    }

    private TopChoices(Profile profile, Overvotes overvotes, int mostSkipped, int[] at) {
        this.profile = profile;
        this.overvotes = overvotes;
        this.mostSkipped = mostSkipped;
        this.at = at;
    }

    TopChoices copy() {
        return new TopChoices(profile, overvotes, mostSkipped, at.clone());
    }

    /** What each continuing alternative holds, in ballots. */
    List<Rational> tally(BitSet continuing) {
        boolean[] in = new boolean[profile.size()];
        continuing.stream().forEach(x -> in[x] = true);
        long[] whole = new long[profile.size()];
        Rational[] shared = new Rational[profile.size()];
        for (int b = 0; b < at.length; b++) {
            if (at[b] < 0) {
                continue;
            }
            int first = profile.length(b) == at[b] ? -1 : profile.entry(b, at[b]);
            boolean plain =
                    first >= 0 && in[first] && (at[b] + 1 == profile.length(b) || !profile.isTied(b, at[b] + 1));
            if (plain) {
                whole[first] += profile.weight(b);
            } else {
                advance(b, in, whole, shared);
            }
        }
        Rational[] sums = new Rational[profile.size()];
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Rational.of(whole[x], profile.scale());
            if (shared[x] != null) {
                sums[x] = sums[x].plus(shared[x].dividedBy(profile.scale()));
            }
        }
        return Arrays.asList(sums);
    }

    private void advance(int b, boolean[] in, long[] whole, Rational[] shared) {
        int length = profile.length(b);
        int skipped = 0;
        int i = at[b];
        while (i < length) {
            int x = profile.entry(b, i);
            if (x < 0) {
                skipped++;
                i++;
                if (skipped > mostSkipped) {
                    break;
                }
                continue;
            }
            skipped = 0;
            int end = i + 1;
            int continuing = in[x] ? 1 : 0;
            int only = in[x] ? x : -1;
            while (end < length && profile.isTied(b, end)) {
                int y = profile.entry(b, end++);
                only = in[y] ? y : only;
                continuing += in[y] ? 1 : 0;
            }
            boolean over = end > i + 1;
            if (over && overvotes == Overvotes.EXHAUST) {
                break;
            }
            if (continuing > 0 && !(over && overvotes == Overvotes.SKIP_RANK)) {
                if (continuing == 1) {
                    whole[only] += profile.weight(b);
                } else if (overvotes == Overvotes.EXHAUST_IF_MULTIPLE_CONTINUING) {
                    break;
                } else {
                    share(b, i, end, in, Rational.of(profile.weight(b), continuing), shared);
                }
                at[b] = i;
                return;
            }
            i = end;
        }
        at[b] = -1;
    }

    private void share(int b, int from, int to, boolean[] in, Rational part, Rational[] shared) {
        for (int i = from; i < to; i++) {
            int x = profile.entry(b, i);
            if (in[x]) {
                shared[x] = shared[x] == null ? part : shared[x].plus(part);
            }
        }
    }
}
