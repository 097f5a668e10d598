package org.iltlib.decision.options;

import java.util.Optional;
import java.util.function.Function;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Rules of choice are written by their names, and only those that their name finds again. */
final class RuleNames {
    private RuleNames() {}

    static <R> Form<R> form(Function<R, String> name, Function<String, Optional<R>> find) {
        return Forms.id(
                rule -> {
                    Checks.require(
                            find.apply(name.apply(rule)).filter(rule::equals).isPresent(),
                            "The rule %s is not the standard one of that name, so its name does not tell it. Maybe write"
                                    + " the protocol with a form of your own.",
                            name.apply(rule));
                    return name.apply(rule);
                },
                text -> find.apply(text)
                        .orElseThrow(() -> new IllegalArgumentException("There is no standard rule of that name.")));
    }
}
