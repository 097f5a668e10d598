/** Reading, comparing and showing standards and an assessment, for {@link org.iltlib.examples.AlignCurriculum}. */
@NullMarked
package org.iltlib.examples.align;

import org.jspecify.annotations.NullMarked;
