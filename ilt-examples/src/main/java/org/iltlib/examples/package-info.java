/**
 * Programs to read, run and borrow from.
 *
 * <p>{@link SchoolYear} tells one school year in order, on the data of Project STAR. The others show
 * one thing each: the quickstart of the README, a vendor's embedding, a vendor's own store, how fast the stores are, a
 * researcher's script; a meeting that decides ({@link DecideInMeeting}), ballots counted by any rule
 * ({@link CountBallots}), how fast that is ({@link ChoiceBenchmark}), ways to decide compared on simulated teams
 * ({@link ProtocolStudy}), how the items of a test work ({@link ItemAnalysis}), what they ask for ({@link
 * AlignCurriculum}), and what small classes did, published and re-analysed ({@link ImpactStudy}).
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        throwForInvalidImmutableState = IllegalArgumentException.class,
        allowedClasspathAnnotations = {Override.class})
@NullMarked
package org.iltlib.examples;

import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;
import org.jspecify.annotations.NullMarked;
