/**
 * Where a student will stand in the coming years at each pace of growth, and what pace it takes to reach a goal: percentile
 * growth trajectories and targets as the SGP package computes them.
 *
 * <p>Start with {@link org.iltlib.analytics.growth.projection.GrowthProjection}, which takes the matrices of the grades
 * ahead; {@link org.iltlib.analytics.growth.projection.Trajectories}, what it says of a student; and
 * {@link org.iltlib.analytics.growth.projection.GrowthTarget}, the pace that catches up or keeps up.
 *
 * <pre>{@code
 * GrowthProjection ahead = GrowthProjection.of(List.of(gradeFive, gradeSix));
 * Trajectories paths = ahead.of(523.9, 465).value().orElseThrow(); // the newest score first
 * System.out.println(paths.score(2, 50, 2)); // after two years of typical growth
 * System.out.println(paths.catchUp(List.of(560.0, 600.0))); // the growth that reaches a cut in one of the years
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.growth.projection;

import org.jspecify.annotations.NullMarked;
