package org.iltlib.examples.year;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.iltlib.analytics.participation.ChanceBand;
import org.iltlib.analytics.participation.Turns;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Decision;
import org.iltlib.decision.DecisionQuality;
import org.iltlib.decision.Deliberation;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.EvidenceSnapshot;
import org.iltlib.decision.Perspective;
import org.iltlib.decision.Proposal;
import org.iltlib.decision.Round;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingContext;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.evidence.Dataset;
import org.iltlib.examples.told.Story;
import org.iltlib.people.StakeholderGroup;
import org.iltlib.team.AgendaItem;
import org.iltlib.team.Contribution;
import org.iltlib.team.Meeting;
import org.iltlib.team.MeetingMeasures;
import org.iltlib.team.Seat;
import org.iltlib.team.Team;

/**
 * Chapter 5: the team decides by fist to five. One member shows two; the concern is heard, the text amended, and a second
 * round decides. Who shows what and who speaks how often is simulated from the seed: the study knows nothing of it.
 */
final class Deciding {
    private static final int DRAWS = 4_000;

    private final Study study;
    private final Story story;
    private final Memory memory;
    private final long seed;

    Deciding(Study study, Story story, Memory memory, long seed) {
        this.study = study;
        this.story = story;
        this.memory = memory;
        this.seed = seed;
    }

    /**
     * What came of it.
     *
     * @param decision the decision
     * @param deliberation both rounds
     * @param turns how often each member spoke, in the order of seats
     * @param band what chance alone makes of equal speakers
     */
    record Result(Decision decision, Deliberation deliberation, Turns turns, ChanceBand band) {}

    Result tell(Team team, Dataset rows, Findings.Result findings, Proposing.Result proposed) {
        story.chapter("The team decides");
        story.say("Votes and turns at talk are simulated from seed %d; the study has neither.", seed);
        LocalDate first = LocalDate.of(study.year().start(), Month.SEPTEMBER, 27);
        LocalDate second = first.plusWeeks(1);
        Random chance =
                new Random(seed * 1_000_003L + Long.parseLong(study.school().value()));
        List<PersonId> members = team.listMembers();
        int doubter = 2 + chance.nextInt(members.size() - 2);
        int[] shown = chance.ints(members.size(), 3, 6).toArray();
        shown[doubter] = 2;
        VotingRoll roll = VotingRoll.of(team).withPresent(new TreeSet<>(members));
        String concern =
                "Small groups will cost the other children their teacher's time, and nobody has said how we would"
                        + " notice.";

        Proposal proposal = proposed.proposal();
        Round firstRound = round(proposal, 1, roll, members, shown, first, Optional.of(concern), doubter);
        tell("First round", firstRound);

        Proposal amended = proposal.revise(
                        EntryId.of("proposal/2"),
                        proposal.text()
                                + " Eight weeks first; then we look at all students, and go on only if no group fell"
                                + " behind.")
                .build();
        int[] again = shown.clone();
        again[doubter] = 3;
        Round secondRound = round(amended, 2, roll, members, again, second, Optional.empty(), doubter);
        story.say("The concern is heard and the text amended: eight weeks first, and a look at all students.");
        tell("Second round", secondRound);

        Deliberation deliberation = new Deliberation(EntryId.of("deliberation"), List.of(firstRound, secondRound));
        Decision decision = Decision.builder()
                .id(EntryId.of("decision"))
                .proposal(amended.id())
                .deliberation(deliberation.id())
                .chosen(amended.getOption(amended.proposed()))
                .outcome(secondRound.outcome())
                .snapshot(snapshot(rows, findings, second))
                .addDissent(new Dissent(
                        Optional.of(members.get(doubter)), "I can live with it; I still fear for the other children."))
                .decidedOn(second)
                .reviewOn(LocalDate.of(study.year().start() + 1, Month.JUNE, 1))
                .owner(Forming.PRINCIPAL)
                .build();
        story.say(
                "Decided on %s: %s Owner %s; to be looked at again on %s.",
                decision.decidedOn(), decision.chosen().text(), decision.owner(), decision.reviewOn());
        decision.snapshot().values().forEach(value -> story.item("known then: %s: %s", value.label(), value.text()));
        decision.dissent().forEach(dissent -> story.item("dissent, recorded: “%s”", dissent.reason()));
        DecisionQuality quality = DecisionQuality.of(amended, deliberation, decision);
        story.say("%s", quality.explanation().claim());
        quality.items().stream().filter(item -> !item.met()).forEach(item -> story.item("not met: %s", item.name()));

        Turns turns = turns(members, chance);
        ChanceBand band = ChanceBand.simulate(members.size(), (int) turns.total(), DRAWS, seed);
        Meeting meeting = meeting(team, members, turns, first);
        tell(team, members, turns, band, meeting);

        memory.write(first, Forming.COACH, meeting);
        memory.write(second, Forming.PRINCIPAL, amended, deliberation, decision);
        return new Result(decision, deliberation, turns, band);
    }

    private Round round(
            Proposal proposal,
            int number,
            VotingRoll roll,
            List<PersonId> members,
            int[] shown,
            LocalDate day,
            Optional<String> concern,
            int doubter) {
        VotingContext context = VotingContext.of(proposal.id(), proposal.revision()).toBuilder()
                .round(number)
                .build();
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Position position = Position.fingers(shown[i]);
            ballots.add(
                    i == doubter && concern.isPresent()
                            ? Ballot.of(members.get(i), context, position, concern.get())
                            : Ballot.of(members.get(i), context, position));
        }
        Outcome outcome = Protocols.FIST_TO_FIVE_CLASSIC.decide(ballots, roll, context);
        Round.Builder round = Round.builder()
                .proposal(proposal.id())
                .heldOn(day)
                .addAllBallots(ballots)
                .outcome(outcome);
        concern.ifPresent(text -> round.addConcerns(text)
                .addPerspectives(new Perspective(members.get(doubter), StakeholderGroup.STUDENT, text)));
        if (number > 1) {
            round.addAmendments("Eight weeks first, then a look at all students.");
        }
        return round.build();
    }

    private void tell(String title, Round round) {
        story.say("%s: %s", title, round.outcome().explanation().claim());
        round.outcome().explanation().steps().forEach(step -> story.item("%s", step.claim()));
        round.concerns().forEach(text -> story.item("the concern: “%s”", text));
    }

    private static EvidenceSnapshot snapshot(Dataset rows, Findings.Result findings, LocalDate day) {
        return new EvidenceSnapshot(
                day,
                List.of(EvidenceSnapshot.Shown.builder()
                        .source(findings.focus().finding())
                        .label(findings.focus().cell().words())
                        .text(Findings.words(org.iltlib.base.Measured.of(
                                        findings.focus().standing())) + " standard deviations")
                        .estimate(findings.focus().standing())
                        .datasetDigest(rows.sha256())
                        .build()));
    }

    /** How often each member speaks: the facilitator and the principal a little more than the others. */
    private static Turns turns(List<PersonId> members, Random chance) {
        int[] turns = new int[members.size()];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = 4 + chance.nextInt(6) + (i < 2 ? 4 : 0);
        }
        return Turns.of(turns);
    }

    private Meeting meeting(Team team, List<PersonId> members, Turns turns, LocalDate day) {
        Meeting.Builder meeting = Meeting.builder()
                .id(EntryId.of("meeting/1"))
                .team(team.id())
                .start(day.atTime(LocalTime.of(21, 0)).toInstant(ZoneOffset.UTC))
                .end(day.atTime(LocalTime.of(22, 0)).toInstant(ZoneOffset.UTC))
                .addAgenda(
                        AgendaItem.of(
                                "What the evidence says",
                                AgendaItem.Purpose.LEARN,
                                AgendaItem.Category.INSTRUCTIONAL,
                                20),
                        AgendaItem.of(
                                "What we change this year",
                                AgendaItem.Purpose.DECIDE,
                                AgendaItem.Category.INSTRUCTIONAL,
                                30),
                        AgendaItem.of("Bus duty", AgendaItem.Purpose.INFORM, AgendaItem.Category.OPERATIONAL, 10))
                .addAllPresent(members);
        for (int i = 0; i < members.size(); i++) {
            int count = turns.counts().get(i);
            meeting.addContributions(Contribution.of(members.get(i), count, count * 0.75));
        }
        return meeting.build();
    }

    private void tell(Team team, List<PersonId> members, Turns turns, ChanceBand band, Meeting meeting) {
        List<String> groups = members.stream()
                .map(person ->
                        team.findSeat(person).map(Seat::group).orElseThrow().value())
                .toList();
        story.say(
                "Who spoke: %d turns, Gini %.2f; among equal speakers chance alone gives up to %.2f. %s",
                turns.total(),
                turns.gini(),
                band.high(),
                turns.gini() > band.high()
                        ? "The talk was less even than chance explains; the next meeting opens with a silent round."
                        : "The talk was as even as chance allows.");
        for (String group : Set.copyOf(groups).stream().sorted().toList()) {
            story.item(
                    "%s: %s times their share of seats",
                    group,
                    turns.equityRatio(groups, group)
                            .map(ratio -> Proposing.text("%.2f", ratio))
                            .orElse("–"));
        }
        story.say(
                "Instructional focus of the meeting: %s of the minutes.",
                MeetingMeasures.withDefaults()
                        .instructionalFocus(List.of(meeting))
                        .map(share -> Proposing.text("%.0f %%", share * 100))
                        .orElse("unknown"));
    }
}
