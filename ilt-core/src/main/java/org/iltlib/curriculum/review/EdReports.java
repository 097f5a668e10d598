package org.iltlib.curriculum.review;

import java.util.List;
import org.iltlib.base.EntryId;

/**
 * The skeleton of two review tools of EdReports, version 1.5: how many points each of three gates has, where its bands
 * begin and what opens the next. Points and bands are facts; the wording of the indicators is theirs and is not here: a
 * district loads what it may use by {@link ReviewRubric#withCriteria}. Until then a gate has one criterion that stands for
 * the whole.
 *
 * <p>Materials go on to the second gate if they meet the first at least in part, and to the third if they meet both, as
 * the Arkansas Department of Education tells it (EdReports gateway scoring explained); a gate that they do not come to is
 * not rated, which is not zero. Eligible is therefore what meets the first two and the third at least in part; what meets
 * one of the first two in part only has failed there, since the third stays closed to it. Later versions of the tools differ: they are other rubrics.
 */
public final class EdReports {
    private static final String SOURCE = "points and bands of the EdReports review tools, version 1.5";

    private EdReports() {}

    /** Mathematics, kindergarten to grade 8: 14, 18 and 38 points, met from 12, 16 and 31, in part from 8, 11 and 23. */
    public static ReviewRubric k8Mathematics(EntryId id) {
        return rubric(
                id,
                "EdReports mathematics K-8",
                gate(1, "Focus and coherence", 14, 8, 12),
                gate(2, "Rigor and mathematical practices", 18, 11, 16),
                gate(3, "Usability", 38, 23, 31));
    }

    /** English language arts, grades 6 to 8: 36, 32 and 34 points, met from 32, 28 and 30, in part from 18, 16 and 24. */
    public static ReviewRubric englishLanguageArts6To8(EntryId id) {
        return rubric(
                id,
                "EdReports English language arts 6-8",
                gate(1, "Text quality and alignment", 36, 18, 32),
                gate(2, "Building knowledge", 32, 16, 28),
                gate(3, "Usability", 34, 24, 30));
    }

    private static ReviewRubric rubric(
            EntryId id, String name, ReviewGate.Builder first, ReviewGate.Builder second, ReviewGate.Builder third) {
        return ReviewRubric.builder()
                .id(id)
                .name(name)
                .version("1.5")
                .source(SOURCE)
                .addGates(
                        first.build(),
                        second.addNeeds(GateNeed.of("gate-1", Band.PARTIALLY_MEETS))
                                .build(),
                        third.addNeeds(GateNeed.of("gate-1", Band.MEETS), GateNeed.of("gate-2", Band.MEETS))
                                .build())
                .build();
    }

    private static ReviewGate.Builder gate(int number, String name, int points, int partially, int meets) {
        return ReviewGate.builder()
                .id("gate-" + number)
                .name(name)
                .criteria(List.of(ReviewCriterion.of(number + "-all", "All indicators of the gate together", points)))
                .partially(partially)
                .meets(meets);
    }
}
