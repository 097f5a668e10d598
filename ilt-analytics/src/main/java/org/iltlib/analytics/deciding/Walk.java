package org.iltlib.analytics.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iltlib.analytics.deciding.SimulatedTeam.Event;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.decision.SchoolDays;
import org.iltlib.decision.ladder.Ladder.Step;
import org.iltlib.decision.ladder.LadderState;
import org.iltlib.decision.ladder.Sitting;
import org.iltlib.decision.vote.Ballot;
import org.iltlib.decision.vote.Outcome.Status;
import org.iltlib.decision.vote.Position;
import org.iltlib.decision.vote.VotingRoll;
import org.iltlib.team.Seat;

/** One team's way through one procedure, sitting by sitting, a week apart; lives for one call. */
final class Walk {
    private static final int MOST_SITTINGS = 12;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final EntryId TEXT = EntryId.of("proposal");

    private final TeamModel model;
    private final Procedure procedure;
    private final SimulatedTeam team;
    private final List<Seat> seats;
    private final List<PersonId> persons;
    private final int leader;
    private final int n;
    private final double[] view;
    private final double[] harm;
    private final boolean[] spoke;
    private final boolean[] heard;
    private final boolean[] against;
    private final List<Sitting> sittings = new ArrayList<>();
    private double gain;
    private double minutes;
    private int revision = 1;

    Walk(TeamModel model, Procedure procedure, SimulatedTeam team, List<Seat> seats) {
        this.model = model;
        this.procedure = procedure;
        this.team = team;
        this.seats = seats;
        this.persons = seats.stream().flatMap(seat -> seat.person().stream()).toList();
        this.leader = SimulatedTeam.leader(model);
        this.n = seats.size();
        this.view = team.view.clone();
        this.harm = team.harm.clone();
        this.spoke = new boolean[n];
        this.heard = new boolean[n];
        this.against = new boolean[n];
        this.gain = team.gain;
    }

    Trial run() {
        LadderState state = play(FIRST);
        for (int k = 0; k < MOST_SITTINGS && !state.isOver(); k++) {
            LocalDate day = FIRST.plusWeeks(k);
            if (state.step().orElseThrow().schoolDays().isPresent()) {
                state = play(day);
                if (state.isOver()) {
                    break;
                }
            }
            sit(k, day, state.step().orElseThrow());
            state = play(day);
        }
        Status status = state.outcome().status();
        boolean escalated = status == Status.ESCALATED;
        return end(escalated ? gain + team.authorityError > 0 : status == Status.ADOPTED, escalated);
    }

    private LadderState play(LocalDate asOf) {
        return procedure.ladder().play(FIRST, sittings, asOf, SchoolDays.WEEKDAYS);
    }

    private void sit(int k, LocalDate day, Step step) {
        boolean[] present = new boolean[n];
        Set<PersonId> there = new LinkedHashSet<>();
        for (int i = 0; i < n; i++) {
            present[i] = team.happens(model.attendance(), Event.ATTENDS, k, i);
            if (present[i]) {
                there.add(persons.get(i));
            }
        }
        minutes += model.minutesPerSitting();
        List<Ballot> ballots = new ArrayList<>();
        if (there.size() >= step.quorum().needed(n)) {
            talk(k, present);
            ballots.addAll(vote(step, present));
        }
        sittings.add(Sitting.builder()
                .heldOn(day)
                .proposal(TEXT)
                .revision(revision)
                .roll(VotingRoll.of(seats, there, List.of()))
                .ballots(ballots)
                .addAllAsked(persons)
                .reviewOn(day.plusYears(1))
                .build());
    }

    private void talk(int k, boolean[] present) {
        boolean amended = false;
        double sum = 0;
        int speakers = 0;
        for (int i = 0; i < n; i++) {
            boolean asked = against[i] && !procedure.secret();
            if (!present[i] || !(asked || team.happens(readiness(i), Event.SPEAKS, k, i))) {
                continue;
            }
            spoke[i] = true;
            sum += view[i];
            speakers++;
            if (harm[i] > 0) {
                heard[i] = true;
                minutes += model.minutesPerConcern();
                if (team.happens(model.mendable(), Event.MENDS, k, i)) {
                    harm[i] = 0;
                    amended = true;
                    gain -= model.dilution();
                    sum -= model.dilution() * speakers;
                    for (int j = 0; j < n; j++) {
                        view[j] -= model.dilution();
                    }
                }
            }
        }
        minutes += model.minutesPerVoice() * speakers;
        for (int i = 0; speakers > 0 && i < n; i++) {
            view[i] += present[i] ? model.persuasion() * (sum / speakers - view[i]) : 0;
        }
        revision += amended && !sittings.isEmpty() ? 1 : 0;
    }

    /** The chance of speaking at a sitting, and of daring to stop a proposal. */
    private double readiness(int i) {
        return procedure.floor() == Procedure.Floor.IN_TURN
                ? Math.max(team.voice[i], model.askedVoice())
                : team.voice[i];
    }

    private List<Ballot> vote(Step step, boolean[] present) {
        BallotLanguage language = BallotLanguage.of(step.protocol());
        List<Ballot> ballots = new ArrayList<>();
        boolean pressed = leader >= 0 && present[leader] && !procedure.secret();
        double led = pressed ? view[leader] - harm[leader] : 0;
        for (int i = 0; i < n; i++) {
            if (!present[i]) {
                continue;
            }
            double own = view[i] - harm[i];
            double shown = pressed ? own + model.pressure() * (1 - team.voice[i]) * (led - own) : own;
            boolean dares = team.happens(readiness(i), Event.DARES, 0, i);
            Position position = language.show(shown, dares, model);
            against[i] = language.isAgainst(position);
            ballots.add(Ballot.builder()
                    .person(persons.get(i))
                    .proposal(TEXT)
                    .revision(revision)
                    .position(position)
                    .reason("what it is worth to this member")
                    .build());
        }
        return ballots;
    }

    private Trial end(boolean adopted, boolean escalated) {
        double left = 0;
        int concerns = 0;
        int concernsHeard = 0;
        int silent = 0;
        double least = 1;
        double total = 0;
        double[] byRole = new double[model.roles().size()];
        int i = 0;
        for (int r = 0; r < byRole.length; r++) {
            int members = model.roles().get(r).members();
            for (int k = 0; k < members; k++, i++) {
                boolean concerned = team.harm[i] > 0;
                double satisfaction = satisfaction(i, adopted, concerned);
                left += harm[i] / n;
                concerns += concerned ? 1 : 0;
                concernsHeard += heard[i] ? 1 : 0;
                silent += spoke[i] ? 0 : 1;
                least = Math.min(least, satisfaction);
                total += satisfaction / n;
                byRole[r] += satisfaction / members;
            }
        }
        double worth = gain - left;
        Map<Measure, Double> values = new EnumMap<>(Measure.class);
        values.put(Measure.RIGHT, adopted == worth > 0 ? 1.0 : 0.0);
        values.put(Measure.ADOPTED, adopted ? 1.0 : 0.0);
        values.put(Measure.ESCALATED, escalated ? 1.0 : 0.0);
        values.put(Measure.GAIN, adopted ? worth : 0.0);
        values.put(Measure.HEARD, concerns == 0 ? Double.NaN : (double) concernsHeard / concerns);
        values.put(Measure.SILENT, (double) silent / n);
        values.put(Measure.SATISFACTION, total);
        values.put(Measure.LEAST_SATISFIED, least);
        values.put(Measure.ROUNDS, (double) sittings.size());
        values.put(Measure.MINUTES, minutes);
        return new Trial(values, Arrays.stream(byRole).boxed().toList());
    }

    private double satisfaction(int i, boolean adopted, boolean concerned) {
        double own = view[i] - harm[i];
        double process = !concerned ? 0 : heard[i] ? model.fairness() : -model.fairness();
        return 1 / (1 + StrictMath.exp(-((adopted ? own : -own) + process)));
    }

    /** What came of it: one number for each measure (NaN where the question does not arise), and satisfaction by role. */
    record Trial(Map<Measure, Double> values, List<Double> byRole) {}
}
