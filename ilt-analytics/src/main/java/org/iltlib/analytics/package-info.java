/**
 * From evidence to findings and from findings to impact.
 *
 * <p>Packages stand in one order; those in braces never use one another:
 *
 * <pre>
 * internal &lt; stats &lt; { participation, alignment, suggestion, measurement, achievement, growth, equity, progress, impact,
 *                       matching, simulation, voters, deciding } &lt; chart &lt; report
 * </pre>
 *
 * <p>A calculator holds options and never data: {@code MeanInterval.withDefaults().withLevel(0.9).of(scores)}. Its
 * result is a small value with its own uncertainty, and it can be asked why.
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        throwForInvalidImmutableState = IllegalArgumentException.class,
        allowedClasspathAnnotations = {Override.class})
@NullMarked
package org.iltlib.analytics;

import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.NullMarked;
