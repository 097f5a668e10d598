package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.START;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.TeamId;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final TeamKey DISTRICT = TeamKey.of(TeamId.of("district"), Note.KEY.year());
    private static final TeamKey SCHOOL = TeamKey.of(TeamId.of("school"), Note.KEY.year());
    private static final TeamKey GRADE = TeamKey.of(TeamId.of("grade-5"), Note.KEY.year());
    private static final TeamRecord DISTRICT_RECORD = TeamRecord.empty(DISTRICT)
            .with(START, ANA, Note.of("need/1"), Note.of("other"))
            .with(START.plusSeconds(60), ANA, Note.of("goal/1", "need/1"));
    private static final Reference TO_GOAL = Reference.to(id("reference/1"), DISTRICT_RECORD, id("goal/1"));
    private static final TeamRecord SCHOOL_RECORD = TeamRecord.empty(SCHOOL)
            .with(START.plusSeconds(120), ANA, TO_GOAL, Note.of("finding/1"))
            .with(START.plusSeconds(180), ANA, Note.of("decision/1", "reference/1", "finding/1"));
    private static final TeamRecord GRADE_RECORD = TeamRecord.empty(GRADE)
            .with(
                    START.plusSeconds(240),
                    ANA,
                    Reference.to(id("reference/1"), SCHOOL_RECORD, id("decision/1")),
                    Reference.to(id("reference/2"), DISTRICT_RECORD, id("goal/1")),
                    Note.of("commitment/1", "reference/1", "reference/2"));
    private static final Map<TeamKey, TeamRecord> ALL =
            Map.of(DISTRICT, DISTRICT_RECORD, SCHOOL, SCHOOL_RECORD, GRADE, GRADE_RECORD);

    private static EntryId id(String id) {
        return EntryId.of(id);
    }

    @Test
    void aReferenceNamesAnEntryOfAnotherRecordAsItStands() {
        assertThat(TO_GOAL.key()).isEqualTo(DISTRICT);
        assertThat(TO_GOAL.sequence()).isEqualTo(3);
        assertThat(TO_GOAL.digest()).isEqualTo(DISTRICT_RECORD.get(id("goal/1")).digest());
        assertThat(TO_GOAL.basedOn()).isEmpty();
        assertThat(TO_GOAL).hasToString("goal/1 of district 2026-27");
        assertThat(TO_GOAL.holdsIn(DISTRICT_RECORD)).isTrue();
        assertThat(DISTRICT_RECORD.verify(TO_GOAL.checkpoint()).holds()).isTrue();
        assertThat(SCHOOL_RECORD.get(Reference.KIND, id("reference/1"))).isEqualTo(TO_GOAL);
        assertThat(Reference.FORM.read(CanonicalJson.read(CanonicalJson.write(Reference.FORM.write(TO_GOAL)))))
                .isEqualTo(TO_GOAL);
    }

    @Test
    void aReferenceDoesNotHoldInARewrittenOrShorterRecord() {
        assertThat(TO_GOAL.holdsIn(DISTRICT_RECORD.asOf(START))).isFalse();
        TeamRecord rewritten = TeamRecord.empty(DISTRICT)
                .with(START, ANA, Note.of("need/1"), Note.of("another"))
                .with(START.plusSeconds(60), ANA, Note.of("goal/1", "need/1"));
        assertThat(rewritten.verify().holds()).isTrue();
        assertThat(TO_GOAL.holdsIn(rewritten)).isFalse();
        assertThat(rewritten.verify(TO_GOAL.checkpoint()).holds()).isFalse();
        assertThat(TO_GOAL.toBuilder().sequence(2).build().holdsIn(DISTRICT_RECORD))
                .isFalse();
        assertThatThrownBy(() -> TO_GOAL.holdsIn(SCHOOL_RECORD))
                .hasMessage("The reference is to district 2026-27. Expected that record, got school 2026-27.");
    }

    @Test
    void aReferenceToWhatIsNotRecordedOrToTheSameRecordIsRefused() {
        assertThatThrownBy(() -> Reference.to(id("r"), DISTRICT_RECORD, id("goal/2")))
                .hasMessageContaining("no entry \"goal/2\"");
        assertThatThrownBy(() -> DISTRICT_RECORD.with(START.plusSeconds(60), ANA, TO_GOAL))
                .hasMessageContaining("to this very record")
                .hasMessageContaining("\"goal/1\" itself");
        assertThatThrownBy(() -> TO_GOAL.toBuilder().sequence(0).build()).hasMessageContaining("sequence is 0");
    }

    @Test
    void aTrailLeadsUpThroughAllRecordsAndMeetsEachEntryOnce() {
        Trail trail = Trail.upstream(GRADE_RECORD, id("commitment/1"), ALL::get);
        assertThat(trail).hasToString("""
                need need/1 (district 2026-27)
                goal goal/1 (district 2026-27)
                reference reference/1 (school 2026-27)
                finding finding/1 (school 2026-27)
                decision decision/1 (school 2026-27)
                reference reference/1 (grade-5 2026-27)
                reference reference/2 (grade-5 2026-27)""");
        assertThat(trail.broken()).isEmpty();
        assertThat(Trail.upstream(DISTRICT_RECORD, id("need/1"), ALL::get).steps())
                .isEmpty();
    }

    @Test
    void aTrailLeadsDownThroughAllRecordsAndMeetsEachEntryOnce() {
        Trail trail = Trail.downstream(ALL.values(), DISTRICT, id("need/1"));
        assertThat(trail).hasToString("""
                goal goal/1 (district 2026-27)
                reference reference/1 (school 2026-27)
                decision decision/1 (school 2026-27)
                reference reference/1 (grade-5 2026-27)
                reference reference/2 (grade-5 2026-27)
                commitment commitment/1 (grade-5 2026-27)""");
        assertThat(Trail.downstream(List.of(GRADE_RECORD), GRADE, id("reference/1"))
                        .steps())
                .extracting(step -> step.entry().id())
                .containsExactly(id("commitment/1"));
        assertThat(Trail.downstream(List.of(GRADE_RECORD), GRADE, id("reference/1"))
                        .broken())
                .isEmpty();
    }

    @Test
    void aTrailEndsWhereAReferenceDoesNotHold() {
        TeamRecord rewritten = TeamRecord.empty(DISTRICT).with(START, ANA, Note.of("goal/1"));
        Trail up =
                Trail.upstream(SCHOOL_RECORD, id("decision/1"), key -> key.equals(DISTRICT) ? rewritten : ALL.get(key));
        assertThat(up.broken()).extracting(step -> step.entry().id()).containsExactly(id("reference/1"));
        assertThat(up.toString()).endsWith("\nreference reference/1 (school 2026-27) does not hold");
        assertThat(Trail.upstream(SCHOOL_RECORD, id("decision/1"), TeamRecord::empty)
                        .broken())
                .hasSize(1);
        Trail down = Trail.downstream(List.of(rewritten, SCHOOL_RECORD), DISTRICT, id("goal/1"));
        assertThat(down.steps()).isEmpty();
        assertThat(down.broken()).containsExactly(new Trail.Step(SCHOOL, SCHOOL_RECORD.get(id("reference/1"))));
    }

    @Test
    void everyOtherRecordIsLookedUpOnce() {
        List<TeamKey> asked = new ArrayList<>();
        Trail.upstream(GRADE_RECORD, id("commitment/1"), key -> {
            asked.add(key);
            return ALL.get(key);
        });
        assertThat(asked).containsExactlyInAnyOrder(SCHOOL, DISTRICT);
    }

    @Test
    void aTrailNeedsItsBeginning() {
        assertThatThrownBy(() -> Trail.upstream(GRADE_RECORD, id("x"), ALL::get))
                .hasMessageContaining("no entry \"x\"");
        assertThatThrownBy(() -> Trail.downstream(List.of(), GRADE, id("x")))
                .hasMessageContaining("no record of grade");
        assertThatThrownBy(() -> Trail.downstream(List.of(GRADE_RECORD, GRADE_RECORD), GRADE, id("x")))
                .hasMessageContaining("twice");
    }
}
