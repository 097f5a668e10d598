package org.iltlib.examples.crash;

import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Something to record: words, and the entry before it. */
record Mark(EntryId id, String words, List<EntryId> basedOn) implements Recordable {
    static final Kind<Mark> KIND = Kind.of(
            "crash.mark",
            1,
            Mark.class,
            Form.of(
                    "id",
                    EntryId.FORM,
                    Mark::id,
                    "words",
                    Forms.TEXT,
                    Mark::words,
                    "basedOn",
                    Forms.listOf(EntryId.FORM),
                    Mark::basedOn,
                    Mark::new));

    Mark {
        basedOn = List.copyOf(basedOn);
    }

    @Override
    public Kind<Mark> kind() {
        return KIND;
    }
}
