package org.iltlib.decision.ladder;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;

/**
 * Something that happened on the way up a ladder, as recorded.
 *
 * @param id the id
 * @param matter the {@link LadderMatter} that it is of
 * @param event what happened
 */
public record LadderEntry(EntryId id, EntryId matter, LadderEvent event) implements Recordable {
    /** The written form. */
    public static final Form<LadderEntry> FORM = Form.of(
            "id",
            EntryId.FORM,
            LadderEntry::id,
            "matter",
            EntryId.FORM,
            LadderEntry::matter,
            "event",
            LadderEvent.form(),
            LadderEntry::event,
            LadderEntry::new);

    /** The kind of entry. */
    public static final Kind<LadderEntry> KIND = Kind.of("ladder-event", 1, LadderEntry.class, FORM);

    /** The matter, and the proposal that was voted or ruled on. */
    @Override
    public List<EntryId> basedOn() {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(matter);
        if (event instanceof Sitting sitting) {
            ids.add(sitting.proposal());
        } else if (event instanceof Ruling ruling) {
            ids.add(ruling.proposal());
        }
        return List.copyOf(ids);
    }

    @Override
    public Kind<LadderEntry> kind() {
        return KIND;
    }
}
