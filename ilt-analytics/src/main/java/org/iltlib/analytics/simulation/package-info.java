/**
 * Schools that never were, with a known truth, and what a rule does when the truth is known: for trying out a method
 * before a real school depends on it.
 *
 * <p>Start with {@link org.iltlib.analytics.simulation.SchoolSimulation} (students in classes in schools, with a planted
 * effect) and {@link org.iltlib.analytics.simulation.OperatingCharacteristic} (how often a rule raises a false alarm,
 * and how often it misses).
 *
 * {@link org.iltlib.analytics.simulation.DistrictSimulation} draws a whole district over years (teachers, moves, missed
 * tests, errors of measurement, something that was tried), {@link org.iltlib.analytics.simulation.NationSimulation} a
 * nation, cohort by cohort.
 *
 * <pre>{@code
 * SimulatedStudents students = SchoolSimulation.withDefaults().withSchools(40).withEffect(0.2).of(7);
 * SimulatedDistrict district = DistrictSimulation.of(DistrictDesign.builder().mobility(0.2).build()).of(7);
 * OperatingCharacteristic rule = OperatingCharacteristic.ofMean(500, 68, 45);    // "the mean reaches 500", 68 students
 * double alarm = rule.passes(495);       // passes although the truth is 495
 * double miss = rule.fails(505);         // fails although the truth is 505
 * System.out.println(rule.explain(495, 505));
 * }</pre>
 */
@NullMarked
package org.iltlib.analytics.simulation;

import org.jspecify.annotations.NullMarked;
