/**
 * Learning from one another and from outside: visits, lesson study and study groups, planning together, practices that
 * are passed on with credit, and partners.
 *
 * <p>Start with {@link org.iltlib.learning.peers.PeerLearning}, {@link org.iltlib.learning.peers.PracticeLineage} and
 * {@link org.iltlib.learning.peers.ExternalPartner}.
 *
 * <pre>{@code
 * PeerLearningReport peers = PeerLearningReport.of(events, everybody);
 * peers.reciprocalShare();                         // 2/5 of the pairs visited each other
 * PracticeLineage lineage = PracticeLineage.of(shares, reuses);
 * lineage.credits(exitTickets);                    // who thought of it, who adapted it
 * lineage.reuseCount(exitTickets);                 // 7 people other than the author
 * partner.concerns(today);                         // what a contract still lacks
 * }</pre>
 */
package org.iltlib.learning.peers;
