/**
 * Whether a model of item responses holds, whether items work alike in all groups, and how two calibrations are put on
 * one scale.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.irt.check.SumScoreFit} and {@link
 * org.iltlib.analytics.measurement.irt.check.MeanSquareFit} (items), {@link
 * org.iltlib.analytics.measurement.irt.check.LocalDependence} (pairs of items) and {@link
 * org.iltlib.analytics.measurement.irt.check.Linking}.
 *
 * <pre>{@code
 * AbilityScale scale = fit.scale();
 * SumScoreFit.of(scale, table).forEach(System.out::println);
 * MeanSquareFit.of(scale, table).forEach(System.out::println);
 * ScaleLink link = Linking.STOCKING_LORD.link(thisYear, lastYear).value().orElseThrow();
 * List<ItemCurve> onTheOldScale = thisYear.stream().map(link::curve).toList();
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.measurement.irt.check;

import org.jspecify.annotations.NullMarked;
