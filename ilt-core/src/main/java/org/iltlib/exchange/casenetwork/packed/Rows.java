package org.iltlib.exchange.casenetwork.packed;

import java.util.Map;
import java.util.Optional;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.form.Node;

/** Rows in the order in which they were added. Once no more are added, it may be read from many threads. */
public final class Rows {
    private final TextPool pool;
    private final ByteStore store = new ByteStore();
    private final LongColumn addresses = new LongColumn();

    /** No rows; repeated texts stand in that pool. */
    public Rows(TextPool pool) {
        this.pool = pool;
    }

    /** Adds what the encoder holds; the result is its place. */
    public int add(RowEncoder encoder) {
        place(store(encoder));
        return addresses.size() - 1;
    }

    /** Stores what the encoder holds without a place; the result is its address. */
    long store(RowEncoder encoder) {
        return encoder.appendTo(store);
    }

    /** Gives the row at that address the next place. */
    void place(long address) {
        addresses.add(address);
    }

    /** The value at that address. */
    Node stored(long address) {
        return at(address).node();
    }

    /** How many there are. */
    public int size() {
        return addresses.size();
    }

    /** The value at that place; linear in its size. */
    public Node node(int place) {
        return decoder(place).node();
    }

    /** The object at that place. */
    public Node.Fields fields(int place) {
        return node(place) instanceof Node.Fields fields ? fields : new Node.Fields(Map.of());
    }

    /** The text of one member of the object at that place. */
    public Optional<String> find(int place, CaseMember member) {
        return decoder(place).find(RowEncoder.code(member));
    }

    /** Tells the value at that place, members in the order of the standard. */
    public void tell(int place, RowListener listener) {
        decoder(place).tell(listener);
    }

    private RowDecoder decoder(int place) {
        return at(addresses.get(place));
    }

    private RowDecoder at(long address) {
        return new RowDecoder(pool, store.chunk(address), ByteStore.offset(address));
    }

    /** About how many bytes they take, the pool not counted. */
    public long bytes() {
        return store.bytes() + 8L * addresses.size();
    }
}
