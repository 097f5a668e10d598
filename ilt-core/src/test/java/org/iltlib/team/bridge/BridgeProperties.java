package org.iltlib.team.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.team.bridge.ReportBack.Answer;

/** Laws of the bridge over random years of items, hops and answers. */
class BridgeProperties {
    private static final LocalDate START = LocalDate.of(2026, 8, 1);
    private static final TeamId DISTRICT = TeamId.of("d");
    private static final TeamId SCHOOL = TeamId.of("s");
    private static final List<TeamId> GRADES = List.of(TeamId.of("g1"), TeamId.of("g2"), TeamId.of("g3"));

    /** One item: who raised it and when, how many hops it goes, and answers by how many days later. */
    record Story(TeamId from, int raised, int hops, List<Integer> answers) {}

    @Provide
    Arbitrary<List<Story>> years() {
        return Combinators.combine(
                        Arbitraries.of(GRADES),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 80).list().ofMaxSize(3))
                .as(Story::new)
                .list()
                .ofMaxSize(12);
    }

    private static Bridge bridge(List<Story> year, int upTo) {
        TeamChain.Builder chain = TeamChain.builder().id(EntryId.of("chain")).adopted(START);
        GRADES.forEach(grade -> chain.addChannels(Channel.of(grade, SCHOOL)));
        chain.addChannels(Channel.of(SCHOOL, DISTRICT));
        List<UpwardItem> items = new ArrayList<>();
        List<Hop> hops = new ArrayList<>();
        List<ReportBack> reports = new ArrayList<>();
        for (int i = 0; i < year.size(); i++) {
            Story story = year.get(i);
            EntryId id = EntryId.of("item/" + i);
            if (story.raised() > upTo) {
                continue;
            }
            items.add(UpwardItem.builder()
                    .id(id)
                    .fromTeam(story.from())
                    .toTeam(DISTRICT)
                    .matter(UpwardItem.Matter.IDEA)
                    .text("An idea.")
                    .raised(START.plusDays(story.raised()))
                    .build());
            List<TeamId> way = List.of(story.from(), SCHOOL, DISTRICT);
            for (int hop = 0; hop < story.hops(); hop++) {
                int on = story.raised() + 3 * hop;
                if (on <= upTo) {
                    hops.add(
                            Hop.of(EntryId.of(id + "/" + hop), id, way.get(hop), way.get(hop + 1), START.plusDays(on)));
                }
            }
            for (int answer = 0; answer < story.answers().size(); answer++) {
                int after = story.answers().get(answer);
                if (story.raised() + after <= upTo) {
                    reports.add(ReportBack.builder()
                            .id(EntryId.of(id + "/answer/" + answer))
                            .item(id)
                            .fromTeam(SCHOOL)
                            .toTeam(story.from())
                            .answer(after % 4 == 0 ? Answer.IN_HAND : Answer.DONE)
                            .text("An answer.")
                            .on(START.plusDays((long) story.raised() + after))
                            .build());
                }
            }
        }
        return Bridge.of(chain.build(), items, hops, reports);
    }

    @Property
    void whatComesLaterDoesNotChangeADay(@ForAll("years") List<Story> year, @ForAll @IntRange(max = 180) int day) {
        LocalDate date = START.plusDays(day);
        assertThat(bridge(year, day).listLoops(date))
                .isEqualTo(bridge(year, 999).listLoops(date));
    }

    @Property
    void aClosedLoopStaysClosedAndKeepsItsTime(
            @ForAll("years") List<Story> year, @ForAll @IntRange(max = 180) int day) {
        Bridge bridge = bridge(year, 999);
        for (Loop loop : bridge.listLoops(START.plusDays(day))) {
            Loop later =
                    bridge.findLoop(loop.item().id(), START.plusDays(day + 30L)).orElseThrow();
            if (loop.isClosed()) {
                assertThat(later.closing()).isEqualTo(loop.closing());
                assertThat(later.days()).isEqualTo(loop.days());
            } else {
                assertThat(later.days()).isGreaterThanOrEqualTo(loop.days());
            }
        }
    }

    /** The first answer that is not in hand, by looking at the story alone. */
    @Property
    void theTimeToAnAnswerIsThatOfTheFirstFinalOne(@ForAll("years") List<Story> year) {
        LocalDate end = START.plusDays(365);
        Bridge bridge = bridge(year, 999);
        List<Long> expected = new ArrayList<>();
        for (Story story : year) {
            story.answers().stream()
                    .filter(after -> after % 4 != 0)
                    .min(Integer::compare)
                    .ifPresent(after -> expected.add((long) after));
        }
        ClosureTimes times = bridge.closureTimes(end);
        assertThat(times.answered())
                .containsExactlyInAnyOrderElementsOf(expected)
                .isSorted();
        assertThat(times.open()).hasSize(year.size() - expected.size());
    }

    @Property
    void everyTeamThatRaisedSomethingInTheTermIsReached(@ForAll("years") List<Story> year) {
        Term term = Term.of(START, START.plusDays(100));
        assertThat(bridge(year, 999).reach(GRADES, term).reached())
                .containsAll(year.stream().map(Story::from).toList());
        assertThat(bridge(year, 999).listOffChannel()).isEmpty();
    }
}
