package org.iltlib.exchange.casenetwork.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A criterion of a rubric.
 *
 * @param members all members, unknown ones included
 */
public record CaseCriterion(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.CRITERION;
    }

    /** The category. */
    public Optional<String> category() {
        return text(CaseMember.CATEGORY);
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }

    /** The item that it judges. */
    public Optional<CaseLink> itemUri() {
        return link(CaseMember.ITEM_URI);
    }

    /** The weight. */
    public Optional<BigDecimal> weight() {
        return number(CaseMember.WEIGHT);
    }

    /** The place in the rubric. */
    public Optional<Integer> position() {
        return integer(CaseMember.POSITION);
    }

    /** The rubric. */
    public Optional<String> rubricId() {
        return text(CaseMember.RUBRIC_ID);
    }

    /** The levels. */
    public List<CaseLevel> levels() {
        return objects(CaseMember.LEVELS).stream().map(CaseLevel::new).toList();
    }
}
