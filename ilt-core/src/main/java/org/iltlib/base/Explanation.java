package org.iltlib.base;

import java.util.ArrayList;
import java.util.List;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.form.Shape;

/**
 * Why a result is what it is: a claim, and below it the steps that led there, each of which may have steps of its own.
 * Written for a principal: inputs, rule, source and arithmetic in plain words.
 *
 * <pre>{@code
 * Explanation.of("Needs discussion: one member is below three.")
 *         .because("Quorum: 10 of 10 present, 6 needed.")
 *         .because(Explanation.of("Votes 5 4 4 3 4 3 2 5 4 3.").because("Lowest is 2, mean 3.7."));
 * }</pre>
 *
 * @param claim one sentence
 * @param steps what it rests on, in order
 */
public record Explanation(String claim, List<Explanation> steps) {
    /** The written form; nested. */
    public static final Form<Explanation> FORM = new Form<>() {
        private final Form<Explanation> shallow = Form.of(
                "claim",
                Forms.TEXT,
                Explanation::claim,
                "steps",
                Forms.optional(Forms.listOf(this)),
                explanation -> java.util.Optional.of(explanation.steps).filter(steps -> !steps.isEmpty()),
                (claim, steps) -> new Explanation(claim, steps.orElse(List.of())));

        @Override
        public Shape shape() {
            return new Shape.Fields(List.of(
                    new Shape.Property("claim", Forms.TEXT.shape(), true),
                    new Shape.Property("steps", new Shape.Items(new Shape.Plain("explanation"), false), false)));
        }

        @Override
        public org.iltlib.form.Node write(Explanation value) {
            return shallow.write(value);
        }

        @Override
        public Explanation read(org.iltlib.form.Node node) {
            return shallow.read(node);
        }
    };

    /** Checks the claim and copies the steps. */
    public Explanation {
        Checks.text(claim, "claim");
        steps = List.copyOf(steps);
    }

    /** A claim without steps yet. */
    public static Explanation of(String claim) {
        return new Explanation(claim, List.of());
    }

    /** A claim without steps yet, from a template with {@code %s} and the like; always in the root locale. */
    public static Explanation of(String template, Object... arguments) {
        return of(String.format(java.util.Locale.ROOT, template, arguments));
    }

    /** A copy with one more step at the end. */
    public Explanation because(String step) {
        return because(of(step));
    }

    /** A copy with one more step at the end, from a template; always in the root locale. */
    public Explanation because(String template, Object... arguments) {
        return because(of(template, arguments));
    }

    /** A copy with one more step at the end. */
    public Explanation because(Explanation step) {
        List<Explanation> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Explanation(claim, longer);
    }

    /** The claim, and each step on a line of its own, indented by two blanks a level. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        print("", text);
        return text.toString();
    }

    private void print(String indent, StringBuilder text) {
        text.append(indent).append(claim);
        for (Explanation step : steps) {
            text.append('\n');
            step.print(indent + "  ", text);
        }
    }
}
