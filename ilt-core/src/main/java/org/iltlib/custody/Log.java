package org.iltlib.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.RecordStore;
import org.iltlib.store.StaleRecordException;
import org.jspecify.annotations.Nullable;

/** An ordinary record to which several processes may append: who comes second loads and tries again. */
final class Log {
    private static final int ATTEMPTS = 100;

    private final RecordStore view;
    private final TeamKey key;
    private final Clock clock;
    private @Nullable TeamRecord known;

    Log(RecordStore view, TeamKey key, Clock clock) {
        this.view = view;
        this.key = key;
        this.clock = clock;
    }

    /** Where an entry is about to stand. */
    record Place(TeamRecord record, Instant at) {
        /** An id that no other entry has, unless someone takes ids of this pattern on purpose. */
        EntryId id(String kind) {
            return EntryId.of(kind + "/" + (record.revision() + 1));
        }
    }

    /** Appends what is drafted for its place. */
    <T extends Recordable> T append(PersonId by, Function<Place, T> draft) {
        return append(by, record -> Optional.empty(), draft);
    }

    /** Appends what is drafted for its place, unless it is there already, from whatever process. */
    synchronized <T extends Recordable> T append(
            PersonId by, Function<TeamRecord, Optional<T>> present, Function<Place, T> draft) {
        for (int attempt = 1; ; attempt++) {
            TeamRecord record = known == null ? view.load(key) : known;
            Optional<T> found = present.apply(record);
            if (found.isPresent()) {
                return found.get();
            }
            Instant at = time(record);
            T value = draft.apply(new Place(record, at));
            try {
                known = view.append(record.with(at, by, value));
                return value;
            } catch (StaleRecordException e) {
                known = null;
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Now, or the time of the last entry if another process's clock is ahead. */
    private Instant time(TeamRecord record) {
        Instant now = now(clock);
        if (record.revision() == 0) {
            return now;
        }
        Instant last = record.entries().get((int) record.revision() - 1).recordedAt();
        return now.isBefore(last) ? last : now;
    }

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
