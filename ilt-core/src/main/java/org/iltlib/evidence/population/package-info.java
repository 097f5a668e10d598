/**
 * Who should have a result, and what became of each: nobody disappears. Every student who is enrolled has a status in
 * every measure: reported, or why not; coverage stands beside every statistic.
 *
 * <p>Start with {@link org.iltlib.evidence.population.ExpectedPopulation} (who was enrolled on a day) and
 * {@link org.iltlib.evidence.population.Coverage} (how many of them have a result, and why the others have none).
 *
 * <pre>{@code
 * ExpectedPopulation expected = ExpectedPopulation.of(enrolments, LocalDate.of(2027, 5, 3));
 * Coverage coverage = expected.coverage(table, Subject.MATHEMATICS);
 * System.out.println(coverage.all());                      // 910 of 1000 reported; 90 not loaded
 * System.out.println(coverage.worst(10));                  // grade 2: 60 of 150 reported; 90 not loaded
 * CoverageRule.NINETY_FIVE_PERCENT.note(coverage.all());   // not to be read as the whole: …
 * }</pre>
 */
package org.iltlib.evidence.population;
