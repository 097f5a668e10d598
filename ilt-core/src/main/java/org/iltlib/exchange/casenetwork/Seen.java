package org.iltlib.exchange.casenetwork;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iltlib.exchange.casenetwork.Repairs.Alias;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/** What has been met so far of the members of one object; used again for the next at the same depth. */
final class Seen {
    /** A member under another name, whose right name may yet come; without alias, one to be put back. */
    record Deferred(String name, @Nullable Alias alias, Node value) {}

    private static final byte HERE = 1;
    private static final byte NULL = 2;

    private final byte[] members = new byte[128];
    private final int[] order = new int[128];
    private int count;
    private @Nullable Set<String> others;
    private @Nullable List<Deferred> deferred;
    boolean hasId;
    long idHigh;
    long idLow;
    boolean hasAddress;
    long addressHigh;
    long addressLow;

    @Nullable
    String oddId;

    void clear() {
        for (int i = 0; i < count; i++) {
            members[order[i]] = 0;
        }
        count = 0;
        others = null;
        deferred = null;
        hasId = false;
        hasAddress = false;
        oddId = null;
    }

    /** Whether that member is new; it is not if it was {@code null} before. */
    boolean add(int code) {
        if (members[code] != 0) {
            return false;
        }
        members[code] = HERE;
        order[count++] = code;
        return true;
    }

    /** Whether a member may take that name, under which there was nothing or {@code null}. */
    boolean addRenamed(int code) {
        if (members[code] == NULL) {
            members[code] = HERE;
            return true;
        }
        return add(code);
    }

    boolean has(int code) {
        return members[code] == HERE;
    }

    /** A member that was {@code null}: as if it were not there, but its name has been used. */
    void forget(int code) {
        members[code] = NULL;
    }

    boolean addOther(String name) {
        if (others == null) {
            others = new HashSet<>();
        }
        return others.add(name);
    }

    void defer(String name, @Nullable Alias alias, Node value) {
        if (deferred == null) {
            deferred = new ArrayList<>();
        }
        deferred.add(new Deferred(name, alias, value));
    }

    List<Deferred> deferred() {
        return deferred == null ? List.of() : deferred;
    }
}
