package org.iltlib.analytics.deciding;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.iltlib.analytics.internal.Replications;
import org.iltlib.analytics.internal.SplitMix;
import org.iltlib.base.Checks;
import org.iltlib.team.Seat;

/**
 * Draws teams, and lets each decide the same matter by every procedure with the same luck: who comes, who speaks, what can
 * be mended. The procedures' own protocols count the ballots. Immutable options; {@link #of} runs.
 *
 * <p>A team that has no decision after twelve sittings keeps the status quo. The same seed gives the same result on any
 * number of threads. Time: teams × procedures × sittings × members.
 */
public final class ProtocolExperiment {
    private final int teams;
    private final TeamModel model;
    private final List<Procedure> procedures;
    private final Executor executor;

    private ProtocolExperiment(int teams, TeamModel model, List<Procedure> procedures, Executor executor) {
        this.teams = teams;
        this.model = model;
        this.procedures = List.copyOf(Checks.notEmpty(procedures, "procedures"));
        this.executor = executor;
        Checks.distinct(procedures.stream().map(Procedure::name).toList(), "procedures");
    }

    /** 1,000 teams of the default model, all {@link Procedures}, the common pool of threads. */
    public static ProtocolExperiment withDefaults() {
        return new ProtocolExperiment(1_000, TeamModel.withDefaults(), Procedures.all(), ForkJoinPool.commonPool());
    }

    /** A copy with so many teams, at least 2. */
    public ProtocolExperiment withTeams(int number) {
        Checks.require(number >= 2, "teams is %s. Expected at least 2.", number);
        return new ProtocolExperiment(number, model, procedures, executor);
    }

    /** A copy with other assumptions. */
    public ProtocolExperiment withModel(TeamModel newModel) {
        return new ProtocolExperiment(teams, newModel, procedures, executor);
    }

    /** A copy that compares these procedures, each name once. */
    public ProtocolExperiment withProcedures(List<Procedure> newProcedures) {
        return new ProtocolExperiment(teams, model, newProcedures, executor);
    }

    /**
     * A copy that works on these threads; {@code Runnable::run} for the calling one. Do not call {@link #of} from a
     * thread of an executor that has no other.
     */
    public ProtocolExperiment withExecutor(Executor newExecutor) {
        return new ProtocolExperiment(teams, model, procedures, newExecutor);
    }

    /** Draws the teams and lets them decide. */
    public ExperimentResult of(long seed) {
        List<Seat> seats = SimulatedTeam.seats(model);
        List<List<Walk.Trial>> trials = Replications.of(teams, seed, executor, chance -> decide(seats, chance));
        return new ExperimentResult(
                procedures.stream().map(Procedure::name).toList(),
                model.roles().stream().map(SimulatedRole::name).toList(),
                trials);
    }

    private List<Walk.Trial> decide(List<Seat> seats, SplitMix chance) {
        SimulatedTeam team = SimulatedTeam.draw(model, chance);
        return procedures.stream()
                .map(procedure -> new Walk(model, procedure, team, seats).run())
                .toList();
    }
}
