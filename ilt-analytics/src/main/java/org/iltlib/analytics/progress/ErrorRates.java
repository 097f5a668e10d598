package org.iltlib.analytics.progress;

/**
 * How often a rule errs, either way.
 *
 * @param falseAlarm how often it speaks although nothing is wrong
 * @param miss how often it stays silent although what it should find is there
 */
public record ErrorRates(Chance falseAlarm, Chance miss) {}
