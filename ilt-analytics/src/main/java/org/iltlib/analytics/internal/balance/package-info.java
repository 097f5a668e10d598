/** Engines behind fair comparisons: who takes part (logit), weights that balance (entropy), and weighted differences. */
@NullMarked
package org.iltlib.analytics.internal.balance;

import org.jspecify.annotations.NullMarked;
