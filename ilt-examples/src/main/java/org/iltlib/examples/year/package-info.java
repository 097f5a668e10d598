/**
 * The parts of {@link org.iltlib.examples.SchoolYear}: one class a chapter, in the order of the year.
 */
@NullMarked
package org.iltlib.examples.year;

import org.jspecify.annotations.NullMarked;
