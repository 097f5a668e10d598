package org.iltlib.curriculum.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.GradeLevel;
import org.iltlib.base.PersonId;
import org.iltlib.people.StakeholderGroup;

/** Small panels and reviews for tests. */
final class Panels {
    static final PersonId TEACHER = PersonId.of("p-001");
    static final PersonId PARENT = PersonId.of("p-002");
    static final PersonId AUTHOR = PersonId.of("p-003");

    private Panels() {}

    static Material material(String id) {
        return Material.builder()
                .id(id)
                .title("Material " + id)
                .subject("mathematics")
                .addGrades(GradeLevel.of(4))
                .build();
    }

    /** A teacher and a parent, who count. */
    static List<Reviewer> two() {
        return List.of(Reviewer.of(TEACHER, StakeholderGroup.TEACHER), Reviewer.of(PARENT, StakeholderGroup.PARENT));
    }

    /** A review without ratings. */
    static MaterialReview.Builder review(ReviewRubric rubric, String material) {
        return MaterialReview.builder()
                .id(EntryId.of("review-" + material))
                .rubric(rubric.id())
                .material(material(material))
                .on(LocalDate.of(2027, 3, 18))
                .reviewers(two());
    }

    /** A review whose two reviewers and panel gave those points, criterion by criterion in the order of the rubric. */
    static MaterialReview agreed(ReviewRubric rubric, String material, int... points) {
        MaterialReview.Builder review = review(rubric, material);
        for (int i = 0; i < points.length; i++) {
            String criterion = rubric.listCriteria().get(i).id();
            review.addIndependent(
                            CriterionRating.of(TEACHER, criterion, points[i]),
                            CriterionRating.of(PARENT, criterion, points[i]))
                    .addConsensus(ConsensusRating.of(criterion, points[i], "unit 1"));
        }
        return review.build();
    }

    /** Two gates of 4 points (from 2, from 4), the second open from partially meets, and weights 3 and 1 on 4 points. */
    static ReviewRubric rubric() {
        return ReviewRubric.builder()
                .id(EntryId.of("rubric"))
                .name("Rubric")
                .version("1")
                .source("a test")
                .addGates(gate("g1"), gate("g2", GateNeed.of("g1", Band.PARTIALLY_MEETS)))
                .addWeighted(
                        WeightedCriterion.of(ReviewCriterion.of("w1", "lasts", 4), 3),
                        WeightedCriterion.of(ReviewCriterion.of("w2", "is light", 4), 1))
                .build();
    }

    static ReviewGate gate(String id, GateNeed... needs) {
        return ReviewGate.builder()
                .id(id)
                .name("Gate " + id)
                .addCriteria(ReviewCriterion.of(id + "-a", "words", 2), ReviewCriterion.of(id + "-b", "words", 2))
                .partially(2)
                .meets(4)
                .addNeeds(needs)
                .build();
    }

    /** The claims of the results of all gates, as text. */
    static List<String> gates(ReviewResult result) {
        List<String> lines = new ArrayList<>();
        result.gates().forEach(gate -> lines.add(gate.toString()));
        return lines;
    }
}
