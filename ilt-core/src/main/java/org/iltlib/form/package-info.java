/**
 * How a value is written down and read back.
 *
 * <p>What stands in a team's record must be a decision, not an accident of field names. So every type that can be
 * recorded declares its written form beside itself, property by property, and this package turns that declaration into
 * canonical JSON: one text per value, the same on every Java version, so that it can be hashed.
 *
 * <p>Start with {@link org.iltlib.form.Form} (write and read), {@link org.iltlib.form.Forms} (forms of texts, numbers,
 * dates, lists, families) and {@link org.iltlib.form.ObjectForm} (a form made of named properties).
 *
 * <pre>{@code
 * record Norm(String text, Optional<String> check) {
 *     static final Form<Norm> FORM = Form.of("text", Forms.TEXT, Norm::text, "check", Forms.optional(Forms.TEXT), Norm::check, Norm::new);
 * }
 * String json = CanonicalJson.write(Norm.FORM.write(norm));
 * }</pre>
 *
 * <p>Unknown properties are skipped on reading; whoever must keep them keeps the {@link org.iltlib.form.Node} itself,
 * as the record does. The rules and the limits of the text are told at {@link org.iltlib.form.CanonicalJson}. What a
 * form holds can be asked of it: {@link org.iltlib.form.Shape}.
 */
package org.iltlib.form;
