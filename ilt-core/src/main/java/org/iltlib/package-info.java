/**
 * ILT: the library for schools' Instructional Leadership Teams.
 *
 * <p>The package list is the school year, and the record is the team's memory. Packages stand in one order, and each
 * may use only those to its left:
 *
 * <pre>
 * form &lt; base &lt; people &lt; team &lt; team.rights &lt; team.bridge &lt; team.meeting &lt; team.succession
 *      &lt; curriculum &lt; evidence &lt; evidence.survey &lt; finding
 *      &lt; choice &lt; choice.format &lt; choice.single &lt; choice.committee &lt; choice.tabulation &lt; choice.budget
 *      &lt; choice.insight
 *      &lt; decision.vote &lt; decision &lt; decision.options &lt; decision.protocol &lt; decision.ladder
 *      &lt; decision.proceedings &lt; decision.panel &lt; decision.dossier
 *      &lt; plan &lt; plan.resource &lt; plan.improvement &lt; plan.cycle &lt; plan.support &lt; plan.rollout
 *      &lt; learning &lt; learning.catalogue &lt; learning.evaluation &lt; learning.coaching &lt; learning.practice
 *      &lt; learning.peers &lt; impact &lt; impact.program
 *      &lt; record &lt; store &lt; store.archive &lt; store.memory &lt; store.jdbc &lt; store.contract &lt; custody
 *      &lt; exchange.oneroster &lt; exchange.casenetwork.model &lt; exchange.casenetwork.packed
 *      &lt; exchange.casenetwork &lt; exchange.casenetwork.service
 * </pre>
 *
 * <p>Values follow one recipe. Three or fewer components: a record. More: an abstract class with a package-private
 * generated implementation and a public nested {@code Builder}; no generated type is ever visible to a caller. The
 * style below says so for the whole module. A builder whose required property is not set refuses with an
 * {@link IllegalArgumentException} that names it.
 *
 * <p>What leadership teams ask of a library, and where each is answered, stands on a page of the module,
 * {@code doc-files/capabilities.html}.
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        throwForInvalidImmutableState = IllegalArgumentException.class,
        allowedClasspathAnnotations = {Override.class})
@NullMarked
package org.iltlib;

import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.NullMarked;
