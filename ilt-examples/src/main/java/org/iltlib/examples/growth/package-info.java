/** Reading, analysing and showing the growth of students, for {@link org.iltlib.examples.GrowthReport}. */
@NullMarked
package org.iltlib.examples.growth;

import org.jspecify.annotations.NullMarked;
