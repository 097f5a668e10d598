/**
 * Item response theory: items and students on one scale of ability.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.irt.IrtModel} (which model, fitted to which responses), {@link
 * org.iltlib.analytics.measurement.irt.IrtFit} (what came out) and {@link
 * org.iltlib.analytics.measurement.irt.AbilityScale} (scores, information, reliability).
 *
 * <pre>{@code
 * IrtFit fit = IrtModel.twoParameters().of(table).value().orElseThrow();
 * fit.curves().forEach(System.out::println);
 * System.out.println(fit.errors().map(errors -> errors.getEstimate("Item.1", IrtErrors.SLOPE)));
 * List<Measured<Ability>> abilities = fit.scale().abilities(table, AbilityMethod.WLE);
 * System.out.println(fit.scale().marginalReliability());
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.measurement.irt;

import org.jspecify.annotations.NullMarked;
