/** Reading, analysing and showing the responses to a test, for {@link org.iltlib.examples.ItemAnalysis}. */
@NullMarked
package org.iltlib.examples.item;

import org.jspecify.annotations.NullMarked;
