package org.iltlib.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.base.Checks;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/**
 * If adults do this, then students experience that, so that this comes about: a chain with an indicator for each link.
 *
 * @param links from what the team does to what students achieve; at least two
 */
public record TheoryOfAction(List<Link> links) {
    /** The written form. */
    public static final Form<TheoryOfAction> FORM =
            Form.of("links", Forms.listOf(Link.FORM), TheoryOfAction::links, TheoryOfAction::new);

    /** Checks and copies the links. */
    public TheoryOfAction {
        links = List.copyOf(links);
        Checks.require(
                links.size() >= 2,
                "The theory of action has %s link(s). Expected at least an \"if\" and a \"then\".",
                links.size());
        Checks.distinct(links.stream().map(Link::indicator).toList(), "indicators");
    }

    /** The chain of these links. */
    public static TheoryOfAction of(Link... links) {
        return new TheoryOfAction(List.of(links));
    }

    /**
     * The first link whose indicator was not met; empty if all were.
     *
     * @param met for each indicator whether it was met; one that is not in it counts as not met, for what nobody looked
     *     at carries no chain
     */
    public Optional<Link> findFirstBroken(Map<String, Boolean> met) {
        return links.stream()
                .filter(link -> !met.getOrDefault(link.indicator(), false))
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < links.size(); i++) {
            text.append(i == 0 ? "If " : i == links.size() - 1 ? ", so " : ", then ")
                    .append(links.get(i).claim());
        }
        return text.append('.').toString();
    }

    /**
     * A link of the chain.
     *
     * @param claim what happens, as a clause: {@code teachers model fractions on a number line}
     * @param indicator the id of the measure that tells whether it did
     */
    public record Link(String claim, String indicator) {
        /** The written form. */
        public static final Form<Link> FORM =
                Form.of("claim", Forms.TEXT, Link::claim, "indicator", Forms.TEXT, Link::indicator, Link::new);

        /** Checks the texts. */
        public Link {
            Checks.text(claim, "claim");
            Checks.id(indicator, "indicator");
        }
    }
}
