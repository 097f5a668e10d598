/**
 * What can be told of meetings that were held: figures with their reasons, which norms are kept and whether more or less
 * than before, a recap of one page, and whether those who know were heard.
 *
 * <p>Start with {@link org.iltlib.team.meeting.MeetingFigures}, {@link org.iltlib.team.meeting.Recap} and
 * {@link org.iltlib.team.meeting.ExpertiseMatch}.
 *
 * <pre>{@code
 * MeetingFigures figures = MeetingFigures.of(MeetingMeasures.withDefaults(), team, meetings);
 * figures.agendaPunctuality();              // 17 of 18, and which agenda was late by how much
 * figures.attendanceByGroup();              // by role, not by name
 * figures.norm("even-air-time").change();   // kept more or less often than before
 * Cadence.GEORGIA.of(meetings, months, zone);   // twice a month, an hour each
 * System.out.println(Recap.of(meeting, results));
 * }</pre>
 */
package org.iltlib.team.meeting;
