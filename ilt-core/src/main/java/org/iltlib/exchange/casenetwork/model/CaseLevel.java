package org.iltlib.exchange.casenetwork.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A level of a criterion.
 *
 * @param members all members, unknown ones included
 */
public record CaseLevel(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.LEVEL;
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }

    /** The quality, in words. */
    public Optional<String> quality() {
        return text(CaseMember.QUALITY);
    }

    /** The points. */
    public Optional<BigDecimal> score() {
        return number(CaseMember.SCORE);
    }

    /** What to tell who reached it. */
    public Optional<String> feedback() {
        return text(CaseMember.FEEDBACK);
    }

    /** The place in the criterion. */
    public Optional<Integer> position() {
        return integer(CaseMember.POSITION);
    }

    /** The criterion. */
    public Optional<String> criterionId() {
        return text(CaseMember.CRITERION_ID);
    }
}
