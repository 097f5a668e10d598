package org.iltlib.examples.river;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.OrgUnitId;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.plan.improvement.GoalCascade;

/** One goal of the district, and what became of it in 23 schools. */
record Cascading(Story story, Stars stars) {
    private static final EntryId ALGEBRA = EntryId.of("goal-algebra");

    void tell() {
        story.chapter("A goal goes down");
        GoalCascade cascade = GoalCascade.from(River.DISTRICT.id(), ALGEBRA);
        List<OrgUnitId> schools = new ArrayList<>();
        for (int i = 0; i < River.SCHOOLS; i++) {
            OrgUnitId school = River.school(i);
            schools.add(school);
            if (i >= 5) {
                cascade = cascade.withGoal(school, EntryId.of("goal-" + school), River.DISTRICT.id(), ALGEBRA);
            }
            if (i < 20) {
                cascade = cascade.withAction(school, EntryId.of("action-" + school));
            }
        }
        GoalCascade.Report report = cascade.of(schools);
        stars.check("the goal and no action", 3, report.goalWithoutAction().size());
        stars.check("actions and no goal", 5, report.actionWithoutGoal().size());
        story.why(report.explanation());
    }
}
