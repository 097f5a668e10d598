package org.iltlib.analytics.measurement.diagnosis;

/** One pass forward and back over all sequences, with the eleven sums that it gathers. Not thread-safe. */
final class ForwardBackward implements Squared.Climb {
    private static final double TINY = 1e-200;
    /** The largest logarithm of a ratio of two weights that is trusted to plain numbers. */
    private static final double SAFE = 600;

    private static final double TINY_CHANCE = 1e-10;
    private static final double LARGE = 1e100;
    private static final double LOG_LARGE = StrictMath.log(LARGE);

    private final Attempts attempts;
    private final boolean forgetting;
    private final double mostError;
    private final double[] now;
    private final double[] next;
    private final double[] lacks;
    private final double[] nextLacks;

    double logLikelihood;
    double first;
    double lackedBefore;
    double learned;
    double hadBefore;
    double forgot;
    double lacked;
    double guessed;
    double had;
    double slipped;

    ForwardBackward(Attempts attempts, boolean forgetting, double mostError) {
        this.attempts = attempts;
        this.forgetting = forgetting;
        this.mostError = mostError;
        int longest = 0;
        for (byte[] sequence : attempts.sequences) {
            longest = Math.max(longest, sequence.length);
        }
        now = new double[longest];
        next = new double[longest + 1];
        lacks = new double[longest];
        nextLacks = new double[longest + 1];
    }

    /** Gathers the sums for known, learning, guess, slip, forgetting. */
    void gather(double[] point) {
        logLikelihood = first = lackedBefore = learned = hadBefore = forgot = lacked = guessed = had = slipped = 0;
        boolean isOnce = point[4] == 0
                && point[0] > TINY_CHANCE
                && point[1] < 1 - TINY_CHANCE
                && point[3] > TINY_CHANCE
                && point[3] < 1 - TINY_CHANCE;
        double widest = widest(point);
        for (int i = 0; i < attempts.counts.length; i++) {
            if (attempts.sequences[i].length * widest > SAFE) {
                inLogarithms(attempts.sequences[i], attempts.counts[i], point);
            } else if (isOnce) {
                once(attempts.sequences[i], attempts.counts[i], point);
            } else {
                sequence(attempts.sequences[i], attempts.counts[i], point);
            }
        }
    }

    /** The most by which an answer can move the logarithm of the odds of having the skill; what is impossible left out. */
    private static double widest(double[] point) {
        double right = finite((1 - point[3]) / point[2]);
        double wrong = finite(point[3] / (1 - point[2]));
        double stay = Math.max(finite(1 - point[1]), finite(1 - point[4]));
        return Math.max(right, wrong) + stay;
    }

    private static double finite(double ratio) {
        return ratio > 0 && ratio < Double.POSITIVE_INFINITY ? Math.abs(StrictMath.log(ratio)) : 0;
    }

    /** As {@link #sequence}, in logarithms, for answers so long or so telling that weights leave the range of numbers. */
    private void inLogarithms(byte[] answers, double weight, double[] point) {
        double[] stay = {StrictMath.log(1 - point[1]), StrictMath.log(1 - point[4])};
        double[] move = {StrictMath.log(point[1]), StrictMath.log(point[4])};
        double[][] chance = {
            {StrictMath.log(1 - point[2]), StrictMath.log(point[2])},
            {StrictMath.log(point[3]), StrictMath.log(1 - point[3])}
        };
        int last = answers.length - 1;
        double[][] ahead = new double[last + 1][2];
        double[][] back = new double[last + 1][2];
        ahead[0] = new double[] {StrictMath.log(1 - point[0]), StrictMath.log(point[0])};
        for (int t = 0; t <= last; t++) {
            for (int s = 0; s < 2; s++) {
                ahead[t][s] = chance[s][answers[t]]
                        + (t == 0 ? ahead[0][s] : plus(ahead[t - 1][s] + stay[s], ahead[t - 1][1 - s] + move[1 - s]));
            }
        }
        for (int t = last - 1; t >= 0; t--) {
            for (int s = 0; s < 2; s++) {
                back[t][s] = plus(
                        stay[s] + chance[s][answers[t + 1]] + back[t + 1][s],
                        move[s] + chance[1 - s][answers[t + 1]] + back[t + 1][1 - s]);
            }
        }
        double all = plus(ahead[last][0], ahead[last][1]);
        logLikelihood += weight * all;
        for (int t = 0; t <= last; t++) {
            double without = weight * StrictMath.exp(ahead[t][0] + back[t][0] - all);
            double with = weight * StrictMath.exp(ahead[t][1] + back[t][1] - all);
            first += t == 0 ? with : 0;
            had += with;
            lacked += without;
            slipped += answers[t] == 0 ? with : 0;
            guessed += answers[t] == 1 ? without : 0;
            if (t < last) {
                hadBefore += with;
                lackedBefore += without;
                int after = answers[t + 1];
                learned += weight * StrictMath.exp(ahead[t][0] + move[0] + chance[1][after] + back[t + 1][1] - all);
                forgot += weight * StrictMath.exp(ahead[t][1] + move[1] + chance[0][after] + back[t + 1][0] - all);
            }
        }
    }

    /** The logarithm of the sum of two numbers given by theirs. */
    private static double plus(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - most));
    }

    /**
     * Without forgetting all that is hidden is at which answer the skill is first had: at the first, at a later one, or at none.
     * The weight of each is that of the one before times a factor that depends on the answer alone, so no division is needed.
     */
    private void once(byte[] answers, double weight, double[] point) {
        double learning = point[1];
        double slip = point[3];
        double afterRight = point[2] / (1 - slip) * (1 - learning);
        double afterWrong = (1 - point[2]) / slip * (1 - learning);
        int last = answers.length - 1;
        double step = 1 - point[0];
        double sum = 0;
        double places = 0;
        double guesses = 0;
        double start = point[0];
        double scale = 0;
        int right = 0;
        for (int t = 0; t < last; t++) {
            right += answers[t];
            step *= answers[t] == 1 ? afterRight : afterWrong;
            sum += step;
            places += (t + 1) * step;
            guesses += right * step;
            if (step > LARGE) {
                step /= LARGE;
                sum /= LARGE;
                places /= LARGE;
                guesses /= LARGE;
                start /= LARGE;
                scale += LOG_LARGE;
            }
        }
        double rate = learning / (1 - learning);
        right += answers[last];
        double never = step * (answers[last] == 1 ? point[2] / (1 - slip) : (1 - point[2]) / slip);
        double all = start + rate * sum + never;
        double share = weight / all;
        double lackedHere = share * (rate * places + never * answers.length);
        double guessedHere = share * (rate * guesses + never * right);
        logLikelihood += weight
                * (scale
                        + StrictMath.log(all)
                        + right * StrictMath.log(1 - slip)
                        + (answers.length - right) * StrictMath.log(slip));
        first += share * start;
        learned += share * rate * sum;
        double before = lackedHere - share * never;
        lackedBefore += before;
        hadBefore += weight * last - before;
        lacked += lackedHere;
        guessed += guessedHere;
        had += weight * answers.length - lackedHere;
        slipped += weight * (answers.length - right) - (lackedHere - guessedHere);
    }

    private void sequence(byte[] answers, double weight, double[] point) {
        double learning = point[1];
        double guess = point[2];
        double slip = point[3];
        double forgets = point[4];
        double likelihood = 1;
        double chance = point[0];
        double lack = 1 - point[0];
        int last = answers.length - 1;
        for (int t = 0; t <= last; t++) {
            boolean right = answers[t] == 1;
            double with = chance * (right ? 1 - slip : slip);
            double without = lack * (right ? guess : 1 - guess);
            double both = with + without;
            likelihood *= both;
            if (likelihood < TINY) {
                logLikelihood += weight * StrictMath.log(likelihood);
                likelihood = 1;
            }
            now[t] = with / both;
            lacks[t] = without / both;
            chance = now[t] * (1 - forgets) + lacks[t] * learning;
            lack = now[t] * forgets + lacks[t] * (1 - learning);
            next[t] = chance;
            nextLacks[t] = lack;
        }
        logLikelihood += weight * StrictMath.log(likelihood);
        double smooth = now[last];
        double smoothLack = lacks[last];
        double hadSum = smooth;
        double wrongWith = answers[last] == 0 ? smooth : 0;
        double rightWithout = answers[last] == 1 ? smoothLack : 0;
        double learnedSum = 0;
        double forgotSum = 0;
        for (int t = last - 1; t >= 0; t--) {
            double toHad = next[t] > 0 ? smooth / next[t] : 0;
            double toLacked = nextLacks[t] > 0 ? smoothLack / nextLacks[t] : 0;
            learnedSum += toHad * lacks[t] * learning;
            forgotSum += toLacked * now[t] * forgets;
            smooth = now[t] * (toHad * (1 - forgets) + toLacked * forgets);
            smoothLack = lacks[t] * (toHad * learning + toLacked * (1 - learning));
            hadSum += smooth;
            if (answers[t] == 0) {
                wrongWith += smooth;
            } else {
                rightWithout += smoothLack;
            }
        }
        first += weight * smooth;
        double hadEarlier = hadSum - now[last];
        hadBefore += weight * hadEarlier;
        lackedBefore += weight * (last - hadEarlier);
        learned += weight * learnedSum;
        forgot += weight * forgotSum;
        had += weight * hadSum;
        lacked += weight * (answers.length - hadSum);
        slipped += weight * wrongWith;
        guessed += weight * rightWithout;
    }

    @Override
    public double step(double[] point) {
        gather(point);
        point[0] = TracingSums.share(first, (double) attempts.students(), point[0]);
        point[1] = TracingSums.share(learned, lackedBefore, point[1]);
        point[2] = Math.min(mostError, TracingSums.share(guessed, lacked, point[2]));
        point[3] = Math.min(mostError, TracingSums.share(slipped, had, point[3]));
        point[4] = forgetting ? TracingSums.share(forgot, hadBefore, point[4]) : 0;
        return logLikelihood;
    }

    @Override
    public void repair(double[] point) {
        for (int i = 0; i < point.length; i++) {
            double most = i == 2 || i == 3 ? mostError : 1 - 1e-9;
            point[i] = i == 4 && !forgetting ? 0 : Math.min(most, Math.max(1e-9, point[i]));
        }
    }
}
