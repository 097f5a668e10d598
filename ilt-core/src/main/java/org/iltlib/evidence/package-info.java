/**
 * What was seen, as it came in: assessments, tables of scores in columns, an account of every row, and what a student
 * scored from week to week ({@link org.iltlib.evidence.ProgressSeries}).
 *
 * <p>Start with {@link org.iltlib.evidence.ScoreTableReader} (a CSV file becomes columns),
 * {@link org.iltlib.evidence.ScoreTable} (the columns) and {@link org.iltlib.evidence.Dataset} (what the team's record
 * keeps of them: name, digest, counts; never the rows themselves).
 *
 * <pre>{@code
 * ScoreLayout layout = ScoreLayout.builder().student("id").unit("sch").grade("gr")
 *         .addGroups("ses").putScores("math", Subject.MATHEMATICS).build();
 * ScoreImport read = ScoreTableReader.of(layout).read(Path.of("scores.csv.gz"));
 * System.out.println(read.report());                      // 26796 rows: 26796 kept, 3089 of them incomplete, 0 rejected
 * ScoreTable table = read.table();
 * Dataset dataset = read.dataset(EntryId.of("dataset/scores"), "Scores", "State file of June");
 * }</pre>
 */
package org.iltlib.evidence;
