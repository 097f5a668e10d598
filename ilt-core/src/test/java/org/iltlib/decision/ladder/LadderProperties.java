package org.iltlib.decision.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iltlib.decision.ladder.Sittings.DAYS;
import static org.iltlib.decision.ladder.Sittings.MONDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.Dissent;
import org.iltlib.decision.protocol.GeneralConsent;
import org.iltlib.decision.protocol.Protocols;
import org.iltlib.decision.vote.Members;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.form.CanonicalJson;

/** Laws of the walk, on random ladders walked by whatever happens to be lawful next. */
class LadderProperties {

    /** A ladder and what happened on it, drawn from a seed; every event was lawful when it happened. */
    private record Walk(Ladder ladder, List<LadderEvent> events, LadderState end) {
        static Walk of(long seed, int length) {
            Random random = new Random(seed);
            Ladder ladder = ladder(random);
            List<LadderEvent> events = new ArrayList<>();
            LocalDate day = MONDAY;
            int revision = 1;
            LadderState state = ladder.play(MONDAY, events, MONDAY, DAYS);
            for (int i = 0; i < length; i++) {
                day = day.plusDays(1 + random.nextInt(4));
                state = ladder.play(MONDAY, events, day, DAYS);
                Optional<LadderEvent> next = next(random, ladder, state, day, revision);
                if (next.isPresent()) {
                    events.add(next.get());
                    revision = next.get() instanceof Sitting sitting ? sitting.revision() : revision;
                    state = ladder.play(MONDAY, events, day, DAYS);
                }
            }
            return new Walk(ladder, events, state);
        }

        private static Ladder ladder(Random random) {
            Ladder.Builder ladder = Ladder.builder();
            int team = 1 + random.nextInt(3);
            for (int i = 0; i < team; i++) {
                Ladder.Step.Builder step = Ladder.Step.builder();
                step.name("step " + i).maxRounds(1 + random.nextInt(3));
                switch (random.nextInt(4)) {
                    case 0 -> step.protocol(Protocols.MAJORITY).tieGoesToNextMeeting(true);
                    case 1 -> step.protocol(Protocols.TWO_THIRDS).maxRounds(3).inARow(2);
                    case 2 ->
                        step.protocol(new GeneralConsent())
                                .silenceConsents(true)
                                .schoolDays(4);
                    default -> step.protocol(Protocols.MAJORITY).polls(i + 1 < team);
                }
                if (random.nextInt(3) == 0) {
                    step.schoolDays(1 + random.nextInt(10));
                }
                ladder.addSteps(step.build());
            }
            if (random.nextBoolean()) {
                ladder.addSteps(Sittings.FACULTY);
            }
            if (random.nextBoolean()) {
                ladder.authority("superintendent");
            }
            if (random.nextBoolean()) {
                ladder.reconsiderSchoolDays(5);
            }
            return ladder.name("random")
                    .maxReturns(random.nextInt(3))
                    .dissentSchoolDays(random.nextInt(4))
                    .build();
        }

        private static Optional<LadderEvent> next(
                Random random, Ladder ladder, LadderState state, LocalDate day, int revision) {
            if (state.step().isPresent()) {
                Ladder.Step step = state.step().get();
                boolean alter = !step.ratifies() && (state.studyOwed() || random.nextInt(4) == 0);
                if (state.studyOwed() && random.nextBoolean()) {
                    return Optional.of(new LadderEvent.Study(day, "Read it again."));
                }
                Position[] positions = new Position[5];
                for (int i = 0; i < 5; i++) {
                    int drawn = random.nextInt(5);
                    positions[i] = drawn < 2 ? Position.yes() : drawn < 4 ? Position.no() : Position.abstain();
                }
                Sitting.Builder sitting = Sittings.sitting(0, alter ? revision + 1 : revision, positions).toBuilder();
                if (random.nextInt(6) == 0) {
                    sitting.roll(Members.roll(5).withPresent(java.util.Set.of(Members.person(0))));
                }
                ladder.steps().stream().filter(Ladder.Step::polls).forEach(poll -> sitting.addCites(poll.name()));
                return Optional.of(sitting.heldOn(day).body(step.body()).build());
            } else if (state.authority().isPresent()) {
                return Optional.of(Ruling.builder()
                        .heldOn(day)
                        .authority("superintendent")
                        .by(PersonId.of("p-900"))
                        .proposal(EntryId.of("proposal"))
                        .revision(revision)
                        .adopts(random.nextBoolean())
                        .reason(random.nextBoolean() ? Optional.of("As it is.") : Optional.empty())
                        .build());
            } else if (state.outcome().isAdopted() && random.nextBoolean()) {
                return Optional.of(new LadderEvent.WrittenDissent(day, new Dissent(Optional.empty(), "Too soon.")));
            }
            return Optional.empty();
        }

        LadderState asOf(LocalDate day) {
            return ladder.play(MONDAY, events, day, DAYS);
        }
    }

    @Property(tries = 300)
    void playingOneByOneEqualsPlayingAll(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int length) {
        Walk walk = Walk.of(seed, length);
        for (int i = 0; i < walk.events().size(); i++) {
            LocalDate day = walk.events().get(i).heldOn();
            LadderState before = walk.ladder().play(MONDAY, walk.events().subList(0, i + 1), day, DAYS);
            assertThat(walk.asOf(day)).isEqualTo(before);
        }
    }

    @Property(tries = 300)
    void noDayKnowsWhatComesAfterIt(
            @ForAll long seed, @ForAll @IntRange(max = 60) int days, @ForAll @IntRange(max = 12) int length) {
        Walk walk = Walk.of(seed, length);
        LocalDate day = MONDAY.plusDays(days);
        List<LadderEvent> known = walk.events().stream()
                .filter(event -> !event.heldOn().isAfter(day))
                .toList();
        assertThat(walk.asOf(day)).isEqualTo(walk.ladder().play(MONDAY, known, day, DAYS));
    }

    @Property(tries = 200)
    void whatIsWrittenReadsBackAndReplaysToTheSameBytes(@ForAll long seed) {
        Walk walk = Walk.of(seed, 8);
        String written = CanonicalJson.write(LadderState.FORM.write(walk.end()));
        Ladder ladder = Ladder.FORM.read(CanonicalJson.read(CanonicalJson.write(Ladder.FORM.write(walk.ladder()))));
        List<LadderEvent> events = new ArrayList<>();
        for (LadderEvent event : walk.events()) {
            events.add(LadderEvent.form()
                    .read(CanonicalJson.read(
                            CanonicalJson.write(LadderEvent.form().write(event)))));
        }
        assertThat(events).isEqualTo(walk.events());
        LocalDate day =
                walk.events().isEmpty() ? MONDAY : events.get(events.size() - 1).heldOn();
        LadderState replayed = ladder.play(MONDAY, events, day, DAYS);
        LadderState first = walk.asOf(day);
        assertThat(CanonicalJson.write(LadderState.FORM.write(replayed)))
                .isEqualTo(CanonicalJson.write(LadderState.FORM.write(first)));
        assertThat(LadderState.FORM.read(CanonicalJson.read(written))).isEqualTo(walk.end());
    }

    /** At most (rounds + ties) of every step, as often as the matter may begin anew. */
    @Property(tries = 200)
    void everyLadderEndsAfterABoundedNumberOfSittingsThatCount(@ForAll long seed) {
        Walk walk = Walk.of(seed, 80);
        long counted = walk.end().trail().stream()
                .filter(leg -> leg.outcome().status() != Status.NO_QUORUM
                        && leg.outcome().status() != Status.INVALID)
                .filter(leg -> !leg.step().equals("superintendent"))
                .filter(leg -> walk.ladder().steps().stream()
                        .noneMatch(step -> step.silenceConsents() && step.name().equals(leg.step())))
                .count();
        long once = walk.ladder().steps().stream()
                .mapToLong(step -> step.maxRounds() + step.maxTies())
                .sum();
        assertThat(counted).isLessThanOrEqualTo(once * (walk.ladder().maxReturns() + 1));
    }

    /** Between two sittings of different steps the first step was adopted, used up, sent back, or its days were over. */
    @Property(tries = 200)
    void aStepIsLeftOnlyByItsOwnExit(@ForAll long seed) {
        Walk walk = Walk.of(seed, 14);
        LadderState before = walk.ladder().play(MONDAY, List.of(), MONDAY, DAYS);
        LocalDate last = MONDAY;
        for (LadderEvent event : walk.events()) {
            LadderState now = walk.asOf(event.heldOn());
            if (before.step().isPresent() && !now.step().equals(before.step())) {
                Ladder.Step step = before.step().get();
                boolean late = before.deadline().isPresent()
                        && event.heldOn().isAfter(before.deadline().get());
                Status status = now.trail().isEmpty()
                        ? Status.NO_QUORUM
                        : now.trail().get(now.trail().size() - 1).outcome().status();
                boolean held = event instanceof Sitting && status != Status.NO_QUORUM && status != Status.INVALID;
                boolean usedUp = held && before.roundsHeld() + 1 >= step.maxRounds();
                assertThat(late || usedUp || (held && status == Status.ADOPTED))
                        .as("%s left on %s after %s", step.name(), event.heldOn(), last)
                        .isTrue();
            }
            before = now;
            last = event.heldOn();
        }
    }
}
