/**
 * The objects of CASE, typed: documents, items, associations, definitions, rubrics and links, each over the members that
 * it was read with, so that nothing unknown is lost.
 *
 * <p>Start with {@link org.iltlib.exchange.casenetwork.model.CaseItem}, {@link
 * org.iltlib.exchange.casenetwork.model.CaseAssociation} and {@link org.iltlib.exchange.casenetwork.model.CaseShape}.
 *
 * <pre>{@code
 * for (CaseItem item : content.items()) {
 *     String code = item.humanCodingScheme().orElse("no code");
 *     System.out.println(code + " " + item.fullStatement());
 *     System.out.println(item.unknown().keySet());
 * }
 * }</pre>
 */
package org.iltlib.exchange.casenetwork.model;
