/**
 * The parts of {@link org.iltlib.examples.Riverbend}: a made-up district and what its year holds, one class a chapter. The
 * data come from a seed; nobody has a name.
 */
@NullMarked
package org.iltlib.examples.river;

import org.jspecify.annotations.NullMarked;
