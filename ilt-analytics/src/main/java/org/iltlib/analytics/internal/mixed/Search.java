package org.iltlib.analytics.internal.mixed;

import org.iltlib.analytics.internal.GramFactor;

/**
 * Finds the θ of the least criterion: Newton steps on the average information, corrected by what the last steps taught
 * (BFGS), shortened until the criterion does not rise. A standard deviation that runs towards zero is held just above it,
 * the others settle, and zero itself is then taken if the criterion agrees. No chance, no clock.
 */
final class Search {
    private static final int MOST_STEPS = 200;
    private static final double NOISE = 1e-13;
    private static final double TOLERANCE = 1e-12;
    private static final double ROUGH_NOISE = 1e-7;
    private static final double QUIET = 1e-7;
    private static final int MOST_IDLE = 3;
    private static final double FIRST_RIDGE = 1e-3;
    private static final double MOST_RIDGE = 1e4;
    private static final double GOAL = 5e-5;
    private static final int MOST_DRAWS = 128;
    private static final double ROUGH_TOLERANCE = 1e-7;

    private final Profile profile;
    private final double[] scale;
    private final boolean[] held;
    private final Lessons lessons = new Lessons();
    private final Steps steps;
    private Point best;
    private Profile.Slope slope;
    private double[][] blocks = new double[0][];
    private double ridge;
    private boolean reached;

    private Search(Profile profile, double[] start) {
        this.profile = profile;
        steps = new Steps(profile, lessons);
        scale = steps.scale();
        held = steps.held();
        best = profile.at(start);
        slope = profile.slope(best);
    }

    static Search from(Profile profile, double[] start) {
        Search search = new Search(profile, start);
        search.settle();
        if (search.isDoubtful()) {
            double[] other = new double[start.length];
            for (int a = 0; a < other.length; a++) {
                other[a] = profile.shape().place(a).isDiagonal() ? 1 : 0;
            }
            Search second = new Search(profile, other);
            second.settle();
            boolean better = second.best.criterion() < search.best.criterion() - 1e-9;
            return second.reached && (better || !search.reached) ? second : search;
        }
        return search;
    }

    /** The optimum; its θ has exact zeros where the fit is singular. */
    Point best() {
        return best;
    }

    /** The blocks of the inverse at the optimum. */
    double[][] blocks() {
        return blocks;
    }

    /** The standard error of each θ that random probes leave; zeros if there were none. */
    double[] noise() {
        double[] errors = new double[held.length];
        if (profile.isIterative()) {
            double[][] noise = profile.noise(best);
            GramFactor factor = GramFactor.of(steps.curvature(slope, false));
            for (double[] draw : noise) {
                double[] moved = factor.deficientColumn().isPresent() ? draw : factor.solve(draw);
                for (int a = 0; a < errors.length; a++) {
                    errors[a] += moved[a] * moved[a] / (noise.length * (noise.length - 1.0));
                }
            }
        }
        for (int a = 0; a < errors.length; a++) {
            errors[a] = held[a] ? 0 : Math.sqrt(errors[a]);
        }
        return errors;
    }

    /** Whether the search came to rest. */
    boolean reached() {
        return reached;
    }

    private void settle() {
        for (int round = 0; round < 4; round++) {
            walk();
            refine();
            refine();
            if (!released()) {
                break;
            }
        }
        blocks = slope.blocks();
        zero();
        if (steps.anyHeld()) {
            double[] theta = best.theta().clone();
            for (int a = 0; a < theta.length; a++) {
                theta[a] = held[a] ? 0 : theta[a];
            }
            best = profile.at(theta);
            blocks = profile.blocks();
        }
    }

    /** Draws as many more random signs as it takes to bring the noise of each θ below the goal, and walks on. */
    private void refine() {
        if (!profile.isIterative()) {
            return;
        }
        double[] noise = noise();
        double worst = 0;
        for (int a = 0; a < noise.length; a++) {
            double size = Math.abs(best.theta()[a]);
            if (profile.shape().place(a).isDiagonal() && !held[a]) {
                worst = Math.max(worst, noise[a] / (GOAL * size));
            }
        }
        if (worst > 1 && profile.draws() < MOST_DRAWS) {
            double needed = Math.min(MOST_DRAWS, profile.draws() * worst * worst * 1.5);
            profile.useDraws(4 * (int) Math.ceil(needed / 4));
            best = profile.at(best.theta());
            slope = profile.slope(best);
            walk();
        }
    }

    /** Holds those that are small already where zero is no worse. */
    private void zero() {
        for (int a = 0; a < held.length; a++) {
            boolean small = profile.shape().place(a).isDiagonal() && best.theta()[a] < Steps.SHRINK * scale[a];
            if (small && !held[a] && !profile.isIterative()) {
                double[] theta = best.theta().clone();
                theta[a] = 0;
                held[a] = profile.at(theta).criterion() <= best.criterion() + NOISE * Math.abs(best.criterion());
            }
        }
    }

    /** Whether another start might end lower: a correlated term that ran into zero, or no rest at all. */
    private boolean isDoubtful() {
        boolean doubtful = !reached;
        for (int a = 0; a < held.length; a++) {
            Factor factor =
                    profile.data().factors().get(profile.shape().place(a).factor());
            doubtful |= held[a] && factor.correlated() && factor.width() > 1;
        }
        return doubtful && !profile.isIterative();
    }

    /** Lets those go that want to be larger after all. */
    private boolean released() {
        if (!steps.anyHeld()) {
            return false;
        }
        double[] gradient = slope.gradient();
        double[] theta = best.theta().clone();
        boolean released = false;
        for (int a = 0; a < theta.length; a++) {
            Shape.Place place = profile.shape().place(a);
            if (held[a] && place.isDiagonal() && gradient[a] < 0) {
                for (int b = 0; b < theta.length; b++) {
                    boolean below = profile.shape().place(b).factor() == place.factor()
                            && profile.shape().place(b).column() == place.column();
                    held[b] &= !below;
                }
                theta[a] = Steps.SHRINK * scale[a];
                released = true;
            }
        }
        if (released) {
            lessons.forget();
            best = profile.at(theta);
            slope = profile.slope(best);
        }
        return released;
    }

    private void walk() {
        reached = false;
        int idle = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = steps.direction(slope, ridge);
            double fall = -GramFactor.dot(direction, slope.gradient(), direction.length);
            if (!(fall > (profile.isIterative() ? ROUGH_TOLERANCE : TOLERANCE))) {
                reached = true;
                return;
            }
            Point next = best;
            double length = Math.min(1, steps.longest(best.theta(), direction));
            boolean lower = false;
            double noise = profile.isIterative() ? ROUGH_NOISE : NOISE;
            int halves = 0;
            for (; halves < 30 && !lower; halves++) {
                next = profile.at(steps.stepped(best.theta(), direction, length));
                lower = next.criterion() <= best.criterion() + noise * Math.abs(best.criterion());
                length *= 0.5;
            }
            double gain = best.criterion() - next.criterion();
            idle = gain > NOISE * Math.abs(best.criterion()) ? 0 : idle + 1;
            if (!lower && ridge < MOST_RIDGE && fall > QUIET) {
                ridge = Math.max(FIRST_RIDGE, 100 * ridge);
                lessons.forget();
                continue;
            } else if (!lower || (idle >= MOST_IDLE && fall < QUIET)) {
                reached = fall < QUIET;
                best = profile.at(best.theta());
                slope = profile.slope(best);
                return;
            }
            ridge = halves > 3 ? Math.max(FIRST_RIDGE, 10 * ridge) : ridge / 10 < FIRST_RIDGE ? 0 : ridge / 10;
            double[] old = slope.gradient();
            slope = profile.slope(next);
            boolean newly = steps.hold(next.theta());
            if (newly) {
                lessons.forget();
                next = profile.at(Edge.canonical(profile, next.theta(), held, steps.least()));
                slope = profile.slope(next);
            } else {
                lessons.remember(
                        new double[][] {best.theta(), next.theta()}, new double[][] {old, slope.gradient()}, held);
            }
            best = next;
        }
    }
}
