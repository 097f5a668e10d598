/**
 * A school beside schools that work under like conditions: peers are found by inputs, never by outcomes.
 *
 * <p>Start with {@link org.iltlib.analytics.achievement.peer.PeerSearch} (who is near) and {@link
 * org.iltlib.analytics.achievement.peer.PeerGroups} (how the school stands among them).
 *
 * <pre>{@code
 * PeerGroups groups = PeerSearch.of(List.of("share of free lunch", "enrolment"), 10).among(inputs);
 * List<PeerGroups.Peer> peers = groups.peersOf(OrgUnitId.of("51"));
 * Measured<PeerComparison> standing = groups.compare(OrgUnitId.of("51"), outcomes);
 * }</pre>
 */
package org.iltlib.analytics.achievement.peer;
