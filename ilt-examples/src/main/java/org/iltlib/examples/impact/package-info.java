/** The parts of {@link org.iltlib.examples.ImpactStudy}: the data, one class a section, and the report. */
@NullMarked
package org.iltlib.examples.impact;

import org.jspecify.annotations.NullMarked;
