/**
 * Who may speak and decide: a team and its seats, its charter, the rules on who must sit on it, and its meetings.
 *
 * <p>Start with {@link org.iltlib.team.Team}, {@link org.iltlib.team.PolicyPack} (dated, cited rules; the shipped ones
 * stand in {@link org.iltlib.team.PolicyPacks}) and {@link org.iltlib.team.CompositionReport}: what passes, what fails,
 * and the smallest repair.
 *
 * <pre>{@code
 * var ana = Seat.of(PersonId.of("p-1"), StakeholderGroup.ADMINISTRATOR).toBuilder().addOffices(Office.PRINCIPAL).build();
 * var team = Team.builder().id(EntryId.of("team")).team(TeamId.of("51-ilt")).kindOfTeam(Team.INSTRUCTIONAL_LEADERSHIP)
 *         .unit(OrgUnitId.of("51")).name("ILT of school 51").formed(LocalDate.of(1985, 9, 3)).addSeats(ana).build();
 * var report = PolicyPacks.DEFAULT.check(team, SchoolFacts.none());
 * System.out.println(report.explanation());               // what fails, why, and whom to add
 * }</pre>
 */
package org.iltlib.team;
