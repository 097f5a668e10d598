package org.iltlib.plan.support;

import java.util.List;
import org.iltlib.base.Checks;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;

/**
 * That a finding tells what a learning resource did: the number, its interval and its limits stand there, and not here a
 * second time.
 *
 * @param id the id
 * @param resource the learning resource
 * @param finding the finding
 */
public record ResourceEffect(EntryId id, EntryId resource, EntryId finding) implements Recordable {
    /** The written form. */
    public static final Form<ResourceEffect> FORM = Form.of(
            "id",
            EntryId.FORM,
            ResourceEffect::id,
            "resource",
            EntryId.FORM,
            ResourceEffect::resource,
            "finding",
            EntryId.FORM,
            ResourceEffect::finding,
            ResourceEffect::new);

    /** The kind of entry. */
    public static final Kind<ResourceEffect> KIND = Kind.of("resource-effect", 1, ResourceEffect.class, FORM);

    /** Refuses a resource that is its own finding. */
    public ResourceEffect {
        Checks.require(
                !resource.equals(finding), "resource and finding are both %s. Expected the finding's id.", finding);
    }

    /** The learning resource and the finding. */
    @Override
    public List<EntryId> basedOn() {
        return List.of(resource, finding);
    }

    @Override
    public Kind<ResourceEffect> kind() {
        return KIND;
    }
}
