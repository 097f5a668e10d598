/**
 * Packages in little memory: each object a row of bytes, its texts kept once, its UUIDs as two longs, and what a graph
 * needs in columns. Inside; callers see {@code CasePackage}.
 *
 * <p>Start with {@link org.iltlib.exchange.casenetwork.packed.RowEncoder}, {@link
 * org.iltlib.exchange.casenetwork.packed.Rows} and {@link org.iltlib.exchange.casenetwork.packed.IdentityIndex}.
 *
 * <pre>{@code
 * TextPool pool = new TextPool(1 << 20);
 * RowEncoder encoder = new RowEncoder(pool);
 * Rows rows = new Rows(pool);
 * encoder.begin();
 * encoder.node(item);
 * int place = rows.add(encoder);
 * }</pre>
 */
package org.iltlib.exchange.casenetwork.packed;
