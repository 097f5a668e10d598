/**
 * Two packages of one framework side by side, to the last member: what an import that comes again has changed.
 *
 * <pre>{@code
 * CasePackage before = CaseReader.withDefaults().read(lastYear).content();
 * CasePackage after = CaseReader.withDefaults().read(thisYear).content();
 * PackageDiff diff = PackageDiff.between(before, after);
 * diff.items().forEach(change -> System.out.println(change.identifier() + " " + change.members()));
 * diff.reordered();   // items whose place among the others changed
 * }</pre>
 *
 * <p>What became of each standard, splits and merges included, is told by {@link
 * org.iltlib.curriculum.version.FrameworkDiff}, which sees what a framework holds and nothing else.
 */
@NullMarked
package org.iltlib.exchange.casenetwork.compare;

import org.jspecify.annotations.NullMarked;
