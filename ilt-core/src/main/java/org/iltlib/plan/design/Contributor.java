package org.iltlib.plan.design;

import org.iltlib.base.PersonId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.people.StakeholderGroup;

/**
 * Somebody who works on a draft.
 *
 * @param person who, by pseudonymous id
 * @param group for which group
 * @param role what the person does
 */
public record Contributor(PersonId person, StakeholderGroup group, ContributorRole role) {
    /** The written form. */
    public static final Form<Contributor> FORM = Form.of(
            "person",
            PersonId.FORM,
            Contributor::person,
            "group",
            StakeholderGroup.FORM,
            Contributor::group,
            "role",
            Forms.enumOf(ContributorRole.class),
            Contributor::role,
            Contributor::new);
}
