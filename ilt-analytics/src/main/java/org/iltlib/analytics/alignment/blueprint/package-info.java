/**
 * Whether an assessment measures what is taught: its blueprint against the framework, its items against the blueprint, and
 * what that means for what one wants to use it for.
 *
 * <p>Start with {@link org.iltlib.analytics.alignment.blueprint.Blueprint}, then {@link
 * org.iltlib.analytics.alignment.blueprint.BlueprintReading} and {@link
 * org.iltlib.analytics.alignment.blueprint.Fitness}.
 *
 * <pre>{@code
 * Blueprint plan = Blueprint.of("unit test", DemandScale.DOK, List.of(
 *         new BlueprintCell(number, 1, Ratio.of(6, 1)), new BlueprintCell(number, 2, Ratio.of(4, 1))));
 * BlueprintReading reading = BlueprintReading.of(framework, plan, items);
 * System.out.println(reading.index());            // 0.8: how near the test is to its plan
 * System.out.println(reading.itemsOff());         // items that no line of the plan asks for
 * System.out.println(reading.standardsWithout()); // planned standards that no item asks for
 * }</pre>
 */
package org.iltlib.analytics.alignment.blueprint;
