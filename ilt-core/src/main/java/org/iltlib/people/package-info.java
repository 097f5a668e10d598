/**
 * Who is there: the tree of districts, schools, departments and grades, the groups of people a school has, and who
 * works where.
 *
 * <p>Start with {@link org.iltlib.people.OrgUnit}, {@link org.iltlib.people.StakeholderGroup} and
 * {@link org.iltlib.people.Staffing}. Persons are pseudonymous ids; there is no place for a name.
 *
 * <pre>{@code
 * var school = OrgUnit.of(OrgUnitId.of("51"), OrgLevel.SCHOOL, "School 51");
 * var grade1 = school.child(OrgUnitId.of("51/1"), OrgLevel.GRADE, "Grade 1");
 * var tree = OrgTree.of(List.of(school, grade1));
 * tree.listBelow(school.id());                            // [grade1]
 * var post = Staffing.of(PersonId.of("t-478"), grade1.id(), StakeholderGroup.TEACHER, SchoolYear.startingIn(1985))
 *         .toBuilder().yearsOfExperience(3.0).degree("master").build();
 * }</pre>
 */
package org.iltlib.people;
