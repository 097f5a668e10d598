/**
 * The machinery of {@link org.iltlib.examples.CrashTest}: a process that writes, says before each write what it is about
 * to do and after it that it was acknowledged, and is killed; and a ledger of what it said, against which the store is
 * inspected.
 *
 * <p>Start with {@link org.iltlib.examples.crash.CrashRounds}.
 *
 * <pre>{@code
 * CrashRounds rounds = new CrashRounds(folder, List.of(Subject.h2(folder)), 7);
 * Tally tally = rounds.run(10, 0, System.out);
 * System.out.println(tally);                   // 10 rounds, 0 lost, 0 torn
 * }</pre>
 */
@NullMarked
package org.iltlib.examples.crash;

import org.jspecify.annotations.NullMarked;
