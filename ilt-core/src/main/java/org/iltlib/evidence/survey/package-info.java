/**
 * What people say when they are asked, and what is done about it: instruments as data, their administrations, responses
 * without identity, and feedback with a disposition for every item.
 *
 * <p>Start with {@link org.iltlib.evidence.survey.Instrument} (scales, items, options; a school loads the wording that it
 * may use, none is shipped), {@link org.iltlib.evidence.survey.Survey} (to whom it was given, and what they were promised)
 * and {@link org.iltlib.evidence.survey.FeedbackLedger} (you said, we did).
 *
 * <pre>{@code
 * Instrument pulse = Instrument.FORM.read(CanonicalJson.read(file));
 * Survey survey = Survey.builder().id(id).instrument(pulse.id()).unit(school).opened(monday).closed(friday)
 *         .audience("staff").invited(58).build();
 * SurveyResponses responses = SurveyResponses.of(pulse, survey, rows);      // 38 rows, no names
 * responses.rate();                                                        // 19/29
 * responses.openText("better");                                            // suppressed below ten answers
 * }</pre>
 */
package org.iltlib.evidence.survey;
