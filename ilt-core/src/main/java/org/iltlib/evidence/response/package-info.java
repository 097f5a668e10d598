/**
 * What students answered, item by item, in columns of bytes: the points, the choices, and why there are none.
 *
 * <p>Start with {@link org.iltlib.evidence.response.ResponseTableReader}, which turns a file into a {@link
 * org.iltlib.evidence.response.ResponseTable} and accounts for every row, and its {@link
 * org.iltlib.evidence.response.ResponseLayout}; {@link org.iltlib.evidence.response.ChoiceTable} keeps the letters that
 * were chosen.
 *
 * <pre>{@code
 * ResponseLayout layout = ResponseLayout.builder()
 *         .student("id")
 *         .blank(MissingReason.NOT_ADMINISTERED)
 *         .build();
 * ResponseImport read = ResponseTableReader.of(layout).read(file);
 * System.out.println(read.report());                       // 698 rows: 698 kept, 354 of them incomplete, 0 rejected
 * System.out.println(read.table().measured(0, 2));
 * }</pre>
 */
package org.iltlib.evidence.response;
