/**
 * Frameworks change: what became of each standard from one version to the next, by which spelling a code is found, and
 * what happens to everything that was tied to the old one.
 *
 * <p>Start with {@link org.iltlib.curriculum.version.FrameworkDiff} (what came, went, moved, was re-coded or reworded),
 * {@link org.iltlib.curriculum.version.CodeIndex} (a standard by any spelling of its code) and {@link
 * org.iltlib.curriculum.version.Migration} (links carried along, each marked; none lost).
 *
 * <pre>{@code
 * FrameworkDiff diff = FrameworkDiff.between(math2010, math2026, CodePolicy.COMMON_CORE);
 * diff.changes();                                                    // ~ 3.OA.A.1: re-coded 3.OA.1
 * Migration migration = Migration.of(diff.succession());
 * migration.carry(course.listStandards());                           // carried, split, merged, needs review
 * CodeIndex.of(math2010, CodePolicy.COMMON_CORE).find("HSA-REI.B.4"); // found A-REI.B.4
 * }</pre>
 */
package org.iltlib.curriculum.version;
