/**
 * A whole district broken down, safely: every measure by every group at every level, with the proof that nobody is given
 * away.
 *
 * <p>Start with {@link org.iltlib.analytics.privacy.breakdown.Breakdown} and {@link
 * org.iltlib.analytics.privacy.breakdown.SafeBreakdown}.
 *
 * <pre>{@code
 * Breakdown breakdown = Breakdown.builder(schools, grades)
 *         .attribute("sex", sexes).attribute("lunch", lunches).cross("sex", "lunch")
 *         .measures(responses, 1).build();
 * SafeBreakdown safe = breakdown.protect(PrivacyPolicies.PTAC_TEN, 2);
 * Measured<Long> reached = safe.reached(breakdown.unit("north", "4"), breakdown.group("lunch", "free"), 0);
 * }</pre>
 *
 * <p>General linked tables are protected by search and linear programming; here the tables have one known shape, and a
 * proof is written down directly: some students are imagined elsewhere or otherwise, such that every number that is
 * shown stays as it is.
 */
package org.iltlib.analytics.privacy.breakdown;
