package org.iltlib.examples.river;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Fraction;
import org.iltlib.base.TeamId;
import org.iltlib.base.Term;
import org.iltlib.examples.told.Stars;
import org.iltlib.examples.told.Story;
import org.iltlib.team.Team;
import org.iltlib.team.bridge.Bridge;
import org.iltlib.team.bridge.Channel;
import org.iltlib.team.bridge.ClosureTimes;
import org.iltlib.team.bridge.Hop;
import org.iltlib.team.bridge.Loop;
import org.iltlib.team.bridge.Reach;
import org.iltlib.team.bridge.ReportBack;
import org.iltlib.team.bridge.TeamChain;
import org.iltlib.team.bridge.UpwardItem;

/** What teams of teachers raise goes up, and answers come down. */
record Carrying(Story story, Stars stars) {
    private static final LocalDate START = LocalDate.of(2026, 8, 31);
    private static final Term TERM = Term.of(START, LocalDate.of(2026, 12, 18));
    private static final TeamId DISTRICT = TeamId.of("dlt");
    private static final int USED = 131;
    private static final int OPEN = 14;

    void tell(List<Team> teams) {
        story.chapter("What goes up, and what comes down");
        TeamChain.Builder chain = TeamChain.builder();
        chain.id(EntryId.of("chain")).adopted(START);
        List<TeamId> below = new ArrayList<>();
        TeamId school = DISTRICT;
        for (Team team : teams) {
            if (team.kindOfTeam().equals(Team.INSTRUCTIONAL_LEADERSHIP)) {
                school = team.team();
                chain.addChannels(Channel.of(school, DISTRICT));
            } else if (team.kindOfTeam().equals(Team.TEACHER_BASED)) {
                below.add(team.team());
                chain.addChannels(Channel.of(team.team(), school));
            }
        }
        TeamChain whole = chain.build();
        List<UpwardItem> items = new ArrayList<>();
        List<Hop> hops = new ArrayList<>();
        List<ReportBack> reports = new ArrayList<>();
        for (int i = 0; i < USED; i++) {
            TeamId team = below.get(i);
            TeamId above = whole.listAbove(team).get(0);
            UpwardItem.Builder item = UpwardItem.builder();
            UpwardItem raised = item.id(EntryId.of("item-" + (i + 1)))
                    .fromTeam(team)
                    .toTeam(DISTRICT)
                    .matter(UpwardItem.Matter.BARRIER)
                    .text("The period for reading is cut short.")
                    .raised(START.plusDays(i % 20))
                    .build();
            items.add(raised);
            hops.add(Hop.of(
                    EntryId.of("up-" + i),
                    raised.id(),
                    team,
                    above,
                    raised.raised().plusDays(1)));
            hops.add(Hop.of(
                    EntryId.of("on-" + i),
                    raised.id(),
                    above,
                    DISTRICT,
                    raised.raised().plusDays(3)));
            if (i >= OPEN) {
                ReportBack.Builder report = ReportBack.builder();
                reports.add(report.id(EntryId.of("answer-" + i))
                        .item(raised.id())
                        .fromTeam(above)
                        .toTeam(team)
                        .answer(ReportBack.Answer.DONE)
                        .text("The buses leave later.")
                        .on(raised.raised().plusDays(days(i - OPEN + 1)))
                        .build());
            }
        }
        check(Bridge.of(whole, items, hops, reports), below);
    }

    /** Of 117 answers the 59th takes 19 days and the 106th 41. */
    private static long days(int rank) {
        if (rank <= 59) {
            return 5 + 14L * rank / 59;
        }
        return rank <= 106 ? 19 + 22L * (rank - 59) / 47 : 41 + (rank - 106);
    }

    private void check(Bridge bridge, List<TeamId> below) {
        LocalDate end = TERM.last();
        Loop first = bridge.findLoop(EntryId.of("item-1"), end).orElseThrow();
        stars.check(
                "hops from a classroom to the district",
                2,
                first.findHops(DISTRICT).orElse(-1));
        ClosureTimes times = bridge.closureTimes(end);
        stars.check(
                "days for half of the answers",
                19L,
                times.quantile(Fraction.HALF).orElse(-1L));
        stars.check(
                "days for nine of ten", 41L, times.quantile(Fraction.of(9, 10)).orElse(-1L));
        stars.check(
                "open for more than 60 days",
                OPEN,
                bridge.listOpenLongerThan(60, end).size());
        Reach<TeamId> reach = bridge.reach(below, TERM);
        stars.check(
                "teams of teachers that used a channel",
                Fraction.of(131, 138),
                reach.share().orElse(Fraction.ONE));
        stars.check("in per cent", "94.9", reach.share().map(share -> 100.0 * share.numerator() / share.denominator()));
    }
}
