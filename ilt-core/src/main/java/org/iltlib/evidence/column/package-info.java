/**
 * How columns of evidence are kept in few bytes: numbers in the narrowest width that holds them, decimals as whole
 * numbers where that is exact, labels in one pool of bytes. For this library's own use; not exported.
 *
 * <p>Start with {@link org.iltlib.evidence.column.Codes}, {@link org.iltlib.evidence.column.Decimals} and
 * {@link org.iltlib.evidence.column.LabelPool}.
 *
 * <pre>{@code
 * LabelPool pool = new LabelPool();
 * int code = pool.codeOf(bytes, from, to, LabelPool.hash(bytes, from, to));   // no String is made
 * Codes.Growing rows = new Codes.Growing();
 * rows.add(code);                                          // one byte, until a code needs two
 * Codes column = rows.freeze();
 * column.get(0);
 * }</pre>
 */
package org.iltlib.evidence.column;
