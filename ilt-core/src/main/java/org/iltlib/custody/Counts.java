package org.iltlib.custody;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;

/** Accesses that are counted rather than logged each, until the count is written. */
final class Counts {
    private static final EntryId OPEN = EntryId.of("access-count/open");

    private final Log log;
    private final String policy;
    private final Clock clock;
    private final Map<Key, AccessCount> open = new LinkedHashMap<>();

    private record Key(PersonId by, String role, String purpose, Holding.Sort sort) {}

    Counts(Log log, String policy, Clock clock) {
        this.log = log;
        this.policy = policy;
        this.clock = clock;
    }

    /** Counts one more; writes the count if it is full, and if that fails has counted nothing. */
    synchronized void count(AccessRequest request, Holding.Sort sort, int limit) {
        Key key = new Key(request.by(), request.role(), request.purpose(), sort);
        Instant now = Log.now(clock);
        AccessCount before = open.get(key);
        AccessCount after = before == null ? first(key, now) : before.plus(now);
        if (after.count() < limit) {
            open.put(key, after);
        } else {
            write(after);
            open.remove(key);
        }
    }

    private AccessCount first(Key key, Instant now) {
        return AccessCount.builder()
                .id(OPEN)
                .by(key.by())
                .role(key.role())
                .purpose(key.purpose())
                .sort(key.sort())
                .policy(policy)
                .first(now)
                .last(now)
                .count(1)
                .build();
    }

    private AccessCount write(AccessCount count) {
        return log.append(
                count.by(),
                place -> count.toBuilder().id(place.id("access-count")).build());
    }

    /** Writes all open counts; one that fails stays open, and so do those after it. */
    synchronized List<AccessCount> writeAll() {
        List<AccessCount> written = new ArrayList<>();
        for (Key key : List.copyOf(open.keySet())) {
            AccessCount count = open.get(key);
            if (count != null) {
                written.add(write(count));
                open.remove(key);
            }
        }
        return written;
    }
}
