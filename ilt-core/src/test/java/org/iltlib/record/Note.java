package org.iltlib.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;

/** Something to record in tests; the kind is what the id begins with, or note. */
public record Note(EntryId id, String words, List<EntryId> basedOn) implements Recordable {
    public static final Kind<Note> KIND = kind("note");
    public static final TeamKey KEY = TeamKey.of(TeamId.of("ilt"), SchoolYear.startingIn(2026));
    public static final PersonId ANA = PersonId.of("p-ana");
    public static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

    public static Kind<Note> kind(String name) {
        return Kind.of(
                name,
                1,
                Note.class,
                Form.of(
                        "id",
                        EntryId.FORM,
                        Note::id,
                        "words",
                        Forms.TEXT,
                        Note::words,
                        "basedOn",
                        Forms.listOf(EntryId.FORM),
                        Note::basedOn,
                        Note::new));
    }

    public static Note of(String id, String... basedOn) {
        return new Note(
                EntryId.of(id),
                "words of " + id,
                Arrays.stream(basedOn).map(EntryId::of).toList());
    }

    /** Notes n0, n1 … each a minute after the one before and citing it. */
    public static TeamRecord chain(int count) {
        TeamRecord record = TeamRecord.empty(KEY);
        for (int i = 0; i < count; i++) {
            Note note = i == 0 ? of("n0") : of("n" + i, "n" + (i - 1));
            record = record.with(START.plusSeconds(60L * i), ANA, note);
        }
        return record;
    }

    @Override
    public Kind<Note> kind() {
        int slash = id.value().indexOf('/');
        return slash < 0 ? KIND : kind(id.value().substring(0, slash));
    }
}
