package org.iltlib.store.contract;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.SchoolYear;
import org.iltlib.base.TeamId;
import org.iltlib.base.TenantId;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.jspecify.annotations.Nullable;

/** What the checks record, and how they compare. */
final class Samples {
    static final TenantId NORTH = TenantId.of("north");
    static final TenantId SOUTH = TenantId.of("south-with-a-name-to-keep");
    static final TeamKey KEY = TeamKey.of(TeamId.of("team"), SchoolYear.startingIn(2026));
    static final PersonId PERSON = PersonId.of("p-1");
    static final Instant NOON = Instant.parse("2026-09-01T12:00:00.123456Z");

    private Samples() {}

    /** A text with an id: the smallest thing that can be recorded. */
    record Sample(EntryId id, String words, List<EntryId> basedOn) implements Recordable {
        static final Kind<Sample> KIND = Kind.of(
                "contract.sample",
                1,
                Sample.class,
                Form.of(
                        "id",
                        EntryId.FORM,
                        Sample::id,
                        "words",
                        Forms.TEXT,
                        Sample::words,
                        "basedOn",
                        Forms.listOf(EntryId.FORM),
                        Sample::basedOn,
                        Sample::new));

        @Override
        public Kind<Sample> kind() {
            return KIND;
        }
    }

    static Sample sample(String id, String words) {
        return new Sample(EntryId.of(id), words, List.of());
    }

    static TeamRecord with(TeamRecord record, String id) {
        return record.with(NOON, PERSON, sample(id, "words of " + id));
    }

    static StoreCheck check(Section section, String name, BiConsumer<Store, RecordStore> body) {
        return new StoreCheck(section, name, hooks -> {
            try (Store store = hooks.openEmpty()) {
                body.accept(store, store.forTenant(NORTH));
            }
        });
    }

    static void same(@Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("Expected " + brief(expected) + ", found " + brief(actual) + ".");
        }
    }

    static void that(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    static <E extends Throwable> E refused(Class<E> type, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
            throw new AssertionError("Expected " + type.getSimpleName() + ", found " + e, e);
        }
        throw new AssertionError("Expected " + type.getSimpleName() + ", but nothing was thrown.");
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted.", e);
        }
    }

    private static String brief(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
