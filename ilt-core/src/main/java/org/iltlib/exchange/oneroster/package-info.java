/**
 * Rosters as OneRoster CSV (1EdTech, versions 1.2 and 1.1): written strictly, read with an account of every row.
 *
 * <p>Start with {@link org.iltlib.exchange.oneroster.Roster}, {@link org.iltlib.exchange.oneroster.OneRosterWriter} and
 * {@link org.iltlib.exchange.oneroster.OneRosterReader}. Passwords are never kept, and no diagnostic repeats a cell.
 *
 * <pre>{@code
 * var school = RosterRow.of(OneRosterFile.ORGS, "org-lincoln").with("name", "Lincoln").with("type", "school");
 * OneRosterWriter.withDefaults().writeZip(Roster.of(List.of(school)), Path.of("roster.zip"));
 * RosterImport read = OneRosterReader.strict().read(Path.of("roster.zip"));
 * System.out.println(read.report());
 * Roster roster = read.roster().orElseThrow();
 * roster.list(OneRosterFile.ORGS);
 * }</pre>
 */
package org.iltlib.exchange.oneroster;
