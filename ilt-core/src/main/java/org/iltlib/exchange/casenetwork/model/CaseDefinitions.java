package org.iltlib.exchange.casenetwork.model;

import java.util.List;
import org.iltlib.form.Node;

/**
 * What items and associations refer to.
 *
 * @param members all members, unknown ones included
 */
public record CaseDefinitions(Node.Fields members) implements CaseObject {
    @Override
    public CaseShape shape() {
        return CaseShape.DEFINITIONS;
    }

    /** The concepts. */
    public List<CaseConcept> concepts() {
        return objects(CaseMember.CONCEPTS).stream().map(CaseConcept::new).toList();
    }

    /** The subjects. */
    public List<CaseSubject> subjects() {
        return objects(CaseMember.SUBJECTS).stream().map(CaseSubject::new).toList();
    }

    /** The licences. */
    public List<CaseLicense> licenses() {
        return objects(CaseMember.LICENSES).stream().map(CaseLicense::new).toList();
    }

    /** The item types. */
    public List<CaseItemType> itemTypes() {
        return objects(CaseMember.ITEM_TYPES).stream().map(CaseItemType::new).toList();
    }

    /** The groups of associations. */
    public List<CaseAssociationGrouping> associationGroupings() {
        return objects(CaseMember.ASSOCIATION_GROUPINGS).stream()
                .map(CaseAssociationGrouping::new)
                .toList();
    }
}
