/** How the examples tell a story: chapters of short lines, and the exact values that are checked as it is told. */
@NullMarked
package org.iltlib.examples.told;

import org.jspecify.annotations.NullMarked;
