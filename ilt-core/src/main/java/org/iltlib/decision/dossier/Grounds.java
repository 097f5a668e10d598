package org.iltlib.decision.dossier;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.base.EntryId;

/** What an entry cites, each once. */
final class Grounds {
    private Grounds() {}

    static List<EntryId> of(EntryId first, Collection<EntryId> more) {
        Set<EntryId> ids = new LinkedHashSet<>();
        ids.add(first);
        ids.addAll(more);
        return List.copyOf(ids);
    }
}
