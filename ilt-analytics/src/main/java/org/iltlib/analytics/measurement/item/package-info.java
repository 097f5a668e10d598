/**
 * How each item of a test works: how hard it is, whether it tells students apart, which wrong answers attract whom.
 *
 * <p>Start with {@link org.iltlib.analytics.measurement.item.ItemStudy}, its {@link
 * org.iltlib.analytics.measurement.item.ItemReport} and {@link
 * org.iltlib.analytics.measurement.item.DistractorTable}. An item that was not administered to a student is left out for
 * that student, never counted as wrong.
 *
 * <pre>{@code
 * for (ItemReport item : ItemStudy.withDefaults().of(table)) {
 *     System.out.println(item.name() + " " + item.difficulty() + " " + item.itemRest());
 *     item.flags().forEach(System.out::println);               // weak discrimination, hard …
 * }
 * System.out.println(DistractorTable.of(choices, key, "q7"));
 * ItemStudy.withDefaults().of(choices, key).get(6).flags();    // key suspected
 * }</pre>
 */
package org.iltlib.analytics.measurement.item;
