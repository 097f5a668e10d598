package org.iltlib.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iltlib.record.Note.ANA;
import static org.iltlib.record.Note.START;

import java.util.List;
import org.iltlib.base.EntryId;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final TeamRecord RECORD = TeamRecord.empty(Note.KEY)
            .with(START, ANA, Note.of("data/1"), Note.of("need/1", "data/1"), Note.of("need/2", "data/1"))
            .with(START.plusSeconds(60), ANA, Note.of("proposal/1", "need/1", "data/1"))
            .with(START.plusSeconds(120), ANA, Note.of("decision/1", "proposal/1"), Note.of("decision/2"))
            .with(START.plusSeconds(180), ANA, Note.of("commitment/1", "decision/1"));
    private static final Chain CHAIN = Chain.of("need", "decision", "commitment", "impact");

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.id().value()).toList();
    }

    @Test
    void aTraceReachesGroundsAndConsequences() {
        Trace trace = RECORD.trace(EntryId.of("proposal/1"));
        assertThat(ids(trace.upstream())).containsExactly("data/1", "need/1");
        assertThat(ids(trace.downstream())).containsExactly("decision/1", "commitment/1");
        assertThat(trace.entry().kind()).isEqualTo("proposal");
        assertThat(trace).hasToString("""
                        proposal proposal/1
                          rests on
                            need need/1
                              data data/1
                            data data/1
                          led to
                            decision decision/1
                              commitment commitment/1""");
        assertThat(RECORD.trace(EntryId.of("decision/2")).toString()).contains("rests on nothing");
    }

    @Test
    void theFirstBrokenLinkIsNamed() {
        assertThat(RECORD.trace(EntryId.of("decision/1")).firstBrokenLink(CHAIN))
                .map(BrokenLink::toString)
                .contains("No impact rests on commitment [commitment/1].");
        assertThat(RECORD.trace(EntryId.of("decision/2")).firstBrokenLink(CHAIN))
                .map(BrokenLink::toString)
                .contains("There is no need.");
        assertThat(RECORD.trace(EntryId.of("need/1")).firstBrokenLink(Chain.of("need", "decision", "commitment")))
                .isEmpty();
        assertThatThrownBy(() -> Chain.of("need")).hasMessageContaining("at least 2");
        assertThat(Chain.of(List.of(Note.KIND, Note.kind("goal")))).isEqualTo(Chain.of("note", "goal"));
    }

    @Test
    void orphansAreFoundOnBothSides() {
        Orphans orphans = CHAIN.orphans(RECORD);
        assertThat(ids(orphans.unfounded())).containsExactly("decision/2");
        assertThat(ids(orphans.unfollowed())).containsExactly("need/2", "decision/2", "commitment/1");
        assertThat(orphans.isEmpty()).isFalse();
        assertThat(CHAIN.orphans(TeamRecord.empty(Note.KEY)).isEmpty()).isTrue();
    }

    @Test
    void theRegisterKnowsWhatTheTeamKnew() {
        DecisionRegister register = DecisionRegister.of(RECORD, Note.kind("decision"));
        assertThat(ids(register.entries())).containsExactly("decision/1", "decision/2");
        Entry first = register.entries().get(0);
        assertThat(ids(register.known(first))).containsExactly("data/1", "need/1", "proposal/1");
        assertThat(ids(register.consequences(first))).containsExactly("commitment/1");
        assertThat(ids(register.restingOn(EntryId.of("data/1")))).containsExactly("decision/1");
        assertThat(register.between(START, START.plusSeconds(120))).isEmpty();
        assertThat(register.between(START.plusSeconds(120), START.plusSeconds(121)))
                .hasSize(2);
        assertThat(register.toString())
                .isEqualTo("2026-09-01T08:02:00Z  decision/1  rests on 3, led to 1\n"
                        + "2026-09-01T08:02:00Z  decision/2  rests on 0, led to 0");
    }
}
