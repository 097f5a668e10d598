/**
 * The parts of {@link org.iltlib.examples.MapleGrove}: one class a chapter, in the order of the year. School and people
 * are made up and have no names; the data come from a seed.
 */
@NullMarked
package org.iltlib.examples.maple;

import org.jspecify.annotations.NullMarked;
