/**
 * Packages as three sheets: the document, its items and its associations, as the editor OpenSALT exchanges them, here as
 * CSV. People write frameworks in spreadsheets before they write them anywhere else.
 *
 * <p>Start with {@link org.iltlib.exchange.casenetwork.sheet.CaseSheets}.
 *
 * <pre>{@code
 * CaseImport read = CaseSheets.read(document, items, associations);
 * System.out.println(read.report());
 * CaseSheets.Written written = CaseSheets.write(read.content());
 * System.out.println(written.sheets().items());
 * System.out.println(written.left());
 * }</pre>
 */
package org.iltlib.exchange.casenetwork.sheet;
