/**
 * Tables that give nobody away, made from a file: {@link org.iltlib.examples.safe.PeopleFile} reads rows of people, {@link
 * org.iltlib.examples.safe.SafeReport} says what may be shown, why the rest is not, and what the best attack can prove.
 */
package org.iltlib.examples.safe;
