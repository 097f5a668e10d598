package org.iltlib.examples.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.iltlib.analytics.climate.ExitReason;
import org.iltlib.analytics.climate.Retention;
import org.iltlib.analytics.climate.RetentionReport;
import org.iltlib.analytics.climate.StaffFlow;
import org.iltlib.analytics.climate.StaffYear;
import org.iltlib.analytics.climate.StaffYear.Outcome;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.finding.Estimate;

/** Of 1,050 teachers 882 stay, 63 move and 105 leave. */
record Staying(Story story, Stars stars, long seed) {
    private static final int TEACHERS = 1_050;
    private static final int STAY = 882;
    private static final int MOVE = 63;

    void tell() {
        story.chapter("Who stays");
        Random random = new Random(seed);
        List<StaffYear> posts = new ArrayList<>();
        for (int i = 0; i < TEACHERS; i++) {
            Outcome outcome = i < STAY ? Outcome.STAYED : i < STAY + MOVE ? Outcome.MOVED_WITHIN : Outcome.LEFT;
            StaffYear.Builder post = StaffYear.builder();
            posts.add(post.school(River.school(random.nextInt(River.SCHOOLS)).value())
                    .outcome(outcome)
                    .reason(outcome == Outcome.LEFT ? Optional.of(ExitReason.PERSONAL) : Optional.empty())
                    .yearsOfExperience((double) random.nextInt(30))
                    .build());
        }
        RetentionReport report = Retention.withDefaults().of(new StaffFlow(posts));
        stars.check("stay in their school, per cent", "84.0", report.school().map(share -> 100 * value(share)));
        stars.check("stay in the district, per cent", "90.0", report.district().map(share -> 100 * value(share)));
        story.why(report.explain());
    }

    private static double value(Estimate share) {
        return share.value();
    }
}
