/**
 * What {@link org.iltlib.examples.StoreBenchmark} and {@link org.iltlib.examples.ChoiceBenchmark} measure, a class for each kind of work, and how: two ways of doing the
 * same are run by turns, and the median of the ratios of neighbouring runs counts, so that what slows the machine for a
 * while slows both.
 */
@NullMarked
package org.iltlib.examples.benchmark;

import org.jspecify.annotations.NullMarked;
