/**
 * Standards frameworks as CASE packages (1EdTech Competencies and Academic Standards Exchange, 1.0 and 1.1): read
 * leniently, with a report of everything that was changed, and written strictly. Nothing unknown is lost.
 *
 * <p>Start with {@link org.iltlib.exchange.casenetwork.CaseReader}, {@link
 * org.iltlib.exchange.casenetwork.CasePackage} and {@link org.iltlib.exchange.casenetwork.CaseWriter}.
 *
 * <pre>{@code
 * CaseImport read = CaseReader.withDefaults().read(Path.of("ccss-math.json"));
 * System.out.println(read.report());
 * StandardsFramework math = read.content().toFramework(EntryId.of("framework/math"));
 * CasePackage again = CasePackage.of(math, "https://example.org", "Lincoln ILT", Instant.EPOCH);
 * String json = CaseWriter.strict().write(again);
 * }</pre>
 */
package org.iltlib.exchange.casenetwork;
