package org.iltlib.examples.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iltlib.analytics.progress.control.ControlRules;
import org.iltlib.analytics.progress.control.ControlWatch;
import org.iltlib.analytics.progress.runs.RunRules;
import org.iltlib.analytics.progress.runs.RunWatch;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;

/** Fed week by week, every chart says what it says when all weeks are given at once. */
record Feeding(Story story, Stars stars, long seed) {
    private static final int SERIES = River.SCHOOLS * River.TEACHER_TEAMS;
    private static final int WEEKS = 32;

    void tell() {
        story.chapter("Week by week, or all at once");
        Random random = new Random(seed);
        int equal = 0;
        int signals = 0;
        for (int series = 0; series < SERIES; series++) {
            double[] values = new double[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                values[week] = 60 + Math.round(5 * random.nextGaussian()) + (week > 20 && series % 5 == 0 ? 9 : 0);
            }
            ControlWatch watch = ControlRules.withDefaults().watch();
            RunWatch runs = RunRules.perla().watch(60);
            List<Object> fed = new ArrayList<>();
            for (double value : values) {
                fed.addAll(watch.feed(value));
                fed.addAll(runs.feed(value));
            }
            boolean same = watch.signals()
                            .equals(ControlRules.withDefaults().of(values).signals())
                    && runs.reading().equals(RunRules.perla().against(60, values));
            equal += same ? 1 : 0;
            signals += fed.size();
        }
        stars.check("charts that agree with themselves", SERIES, equal);
        story.say("%d signals in %d charts of %d weeks.", signals, SERIES, WEEKS);
    }
}
