/**
 * How an application reads identifiable data, removes them, and can show both afterwards.
 *
 * <p>Records hold pseudonymous ids. Names stand in a directory, the rows of students in datasets; both can be removed
 * and leave every record as it was. The store hands them to whoever holds its view, so applications go through
 * {@link org.iltlib.custody.Custody}, which asks an {@link org.iltlib.custody.AccessPolicy} and writes to the log first.
 * Start there, and with {@link org.iltlib.custody.Retention} and {@link org.iltlib.custody.DisclosureReport}.
 *
 * <pre>{@code
 * Custody custody = Custody.of(records, log, policy, Clock.systemUTC());
 * AccessRequest request = AccessRequest.of(asker, "counsellor", "attendance-follow-up", "calls home after absences");
 * Answer<Contact> answer = custody.contact(person, request);         // logged, then given or refused
 * custody.erase(person, "left the school", asker).get().explain();   // a certificate in words
 * Retention.of(records).apply(custody, Instant.now(), asker);        // purges what is due, each with a certificate
 * custody.disclosures(List.of(Holding.of(person))).explain(zone);    // for the parent who asks
 * }</pre>
 *
 * <p>What the log promises: a request is recorded before it is answered, also one that is refused; a certificate is
 * recorded after the deed, never before; an order without a certificate is finished by
 * {@link org.iltlib.custody.Custody#resume()}. What it does not: it cannot see who reads the database itself, nor what
 * is done with data once handed out. Backups keep what was removed as long as they are kept.
 */
package org.iltlib.custody;
