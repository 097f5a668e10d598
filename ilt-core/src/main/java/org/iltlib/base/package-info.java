/**
 * What every other package names: typed ids, the school's calendar and grades, numbers that may be withheld, and the
 * explanation that every number owes.
 *
 * <p>Start with {@link org.iltlib.base.Recordable} (anything a team writes down, and what it rests on),
 * {@link org.iltlib.base.Measured} (a value that is reported, suppressed or missing, always with the reason) and
 * {@link org.iltlib.base.Explanation} (why, in words a principal can read).
 *
 * <pre>{@code
 * Measured<Double> rate = Measured.missing(MissingReason.NOT_LOADED, "grade 2 in four schools");
 * String shown = rate.map(Object::toString).orElse("–");
 * SchoolYear year = SchoolYear.startingIn(2026);          // 2026–27
 * EntryId need = EntryId.of("need/fractions-5");
 * }</pre>
 */
package org.iltlib.base;
