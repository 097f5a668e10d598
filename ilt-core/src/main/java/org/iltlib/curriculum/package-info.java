/**
 * What should be taught, and what is: standards and how they hang together, courses that cite them, and judgments of
 * which item of an assessment asks for which standard.
 *
 * <p>Start with {@link org.iltlib.curriculum.StandardsFramework}, which is made of {@link
 * org.iltlib.curriculum.Standard}s, and with {@link org.iltlib.curriculum.Alignment}, which ties an assessment to it.
 *
 * <pre>{@code
 * var number = Standard.builder().id(StandardId.of("1.NBT")).statement("Number in base ten").build();
 * var place = Standard.builder().id(StandardId.of("1.NBT.B.2")).code("1.NBT.B.2").parent(number.id())
 *         .statement("Understand that the two digits ...").addGrades(GradeLevel.of(1)).subject("mathematics").build();
 * var framework = StandardsFramework.builder().id(EntryId.of("framework/math-k3")).title("Mathematics K-3")
 *         .version("2026").addItems(number, place).build();
 * framework.listAncestors(place.id()); // [number]
 * }</pre>
 */
package org.iltlib.curriculum;
