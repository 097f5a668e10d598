/**
 * Teams that never were, who decide by real protocols: which follow from which assumptions.
 *
 * <p>Start with {@link org.iltlib.analytics.deciding.TeamModel} (the assumptions, each with a name and a number), {@link
 * org.iltlib.analytics.deciding.Procedure} (a ladder of protocols and how the floor is given) and {@link
 * org.iltlib.analytics.deciding.ProtocolExperiment} (all procedures on the same teams, with intervals).
 *
 * <pre>{@code
 * ProtocolExperiment experiment = ProtocolExperiment.withDefaults().withTeams(2_000);
 * ExperimentResult result = experiment.of(1985);
 * result.estimate("majority, secret ballot", Measure.RIGHT);       // share of teams that chose the better option
 * result.difference("consent", "majority, secret ballot", Measure.HEARD);
 * }</pre>
 *
 * <p>A simulation shows what follows from its assumptions, not what schools do. The assumptions are simple, the numbers
 * in them are nobody's measurements, and other numbers may turn the order of procedures around: vary them.
 */
@NullMarked
package org.iltlib.analytics.deciding;

import org.jspecify.annotations.NullMarked;
