/**
 * Robust covariances of least-squares coefficients: over clusters, along time, and by wild bootstrap. Not exported.
 */
@NullMarked
package org.iltlib.analytics.internal.robust;

import org.jspecify.annotations.NullMarked;
