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
 * read.content().items().forEach(item -> System.out.println(item.fullStatement()));
 * StandardsFramework math = read.content().toFramework(EntryId.of("framework/math"));
 * CaseWriter.strict(CaseVersion.V1_1).write(read.content(), Path.of("to-publish.json"));
 * }</pre>
 */
package org.iltlib.exchange.casenetwork;
