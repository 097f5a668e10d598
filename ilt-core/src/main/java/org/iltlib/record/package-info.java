/**
 * The team's memory: what was recorded, when, by whom, and on what it rests. Nothing in it is ever edited.
 *
 * <p>Start with {@link org.iltlib.record.TeamRecord} (one team's record of one school year, immutable),
 * {@link org.iltlib.record.Entry} (one thing recorded, sealed by a digest that includes its predecessor's) and
 * {@link org.iltlib.record.Trace} (from an entry back to its grounds and on to its consequences).
 *
 * <pre>{@code
 * TeamKey key = TeamKey.of(TeamId.of("lincoln-ilt"), SchoolYear.startingIn(2026));
 * TeamRecord record = TeamRecord.empty(key).with(now, ana, need).with(later, ana, proposal, decision);
 * record.trace(decision.id()).upstream();                  // the proposal, the need
 * record.asOf(now).revision();                             // 1
 * record.verify().holds();                                 // true
 * Checkpoint kept = record.checkpoint();                   // keep it elsewhere: it proves that history only grew
 * }</pre>
 *
 * <p><b>Citing.</b> An entry may cite only entries recorded before it; {@code with} refuses anything else. What stands in
 * another record of the tenant is cited by a {@link org.iltlib.record.Reference}, which names its digest; a
 * {@link org.iltlib.record.Trail} follows entries over several records.
 *
 * <p><b>Changing one's mind.</b> A {@link org.iltlib.record.Correction} or {@link org.iltlib.record.Withdrawal} is a new
 * entry that cites the old one; {@link org.iltlib.record.Standing} tells what holds, the
 * {@link org.iltlib.record.DecisionRegister} marks decisions that do not, and {@code record.diff(from, to)} tells what
 * came between two times.
 *
 * <p><b>Proving.</b> {@code record.verify()} names the first entry that is not what was recorded, and what was done to it;
 * {@link org.iltlib.record.Verification#of(org.iltlib.record.TeamKey, java.util.stream.Stream)} does so for a chain that
 * is too long to load. The body of an entry is kept as it was written, so an older library never destroys what a newer
 * one recorded: an entry of a kind or version that it does not know, or with properties that it does not know, is loaded,
 * verified, cited, exported and imported whole, and only its value cannot be had. {@code with} refuses a body that could
 * not be read again.
 *
 * <p>What each kind of entry holds, property by property and with a sample, stands on
 * <a href="doc-files/kinds.html">a page of its own</a>; how numbers and texts are written, at {@link
 * org.iltlib.form.CanonicalJson}; how an older version is brought up to date, at {@link org.iltlib.base.Kind}.
 */
package org.iltlib.record;
