/**
 * Numerics that several rooms share and that nobody outside sees: least squares, robust errors, mixed models, seeded
 * chance. Not exported.
 */
@NullMarked
package org.iltlib.analytics.internal;

import org.jspecify.annotations.NullMarked;
