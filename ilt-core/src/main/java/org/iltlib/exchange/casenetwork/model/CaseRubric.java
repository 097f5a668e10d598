package org.iltlib.exchange.casenetwork.model;

import java.util.List;
import java.util.Optional;
import org.iltlib.form.Node;

/**
 * A rubric.
 *
 * @param members all members, unknown ones included
 */
public record CaseRubric(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.RUBRIC;
    }

    /** The title. */
    public Optional<String> title() {
        return text(CaseMember.TITLE);
    }

    /** The description. */
    public Optional<String> description() {
        return text(CaseMember.DESCRIPTION);
    }

    /** The criteria. */
    public List<CaseCriterion> criteria() {
        return objects(CaseMember.CRITERIA).stream().map(CaseCriterion::new).toList();
    }
}
