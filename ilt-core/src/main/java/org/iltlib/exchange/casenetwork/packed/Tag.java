package org.iltlib.exchange.casenetwork.packed;

import java.util.Arrays;
import java.util.List;
import org.iltlib.exchange.casenetwork.model.CaseMember;

/** The bytes that say what follows in a row; 0 ends an object or a list. */
final class Tag {
    static final int END = 0;
    static final int NOTHING = 1;
    static final int FALSE = 2;
    static final int TRUE = 3;
    static final int TEXT = 4;
    static final int POOLED = 5;
    static final int UUID = 6;
    static final int ADDRESS = 7;
    static final int OWN_ADDRESS = 8;
    static final int INTEGER = 9;
    static final int NUMBER = 10;
    static final int LIST = 11;
    static final int OBJECT = 12;

    /** Names of members: up to 100 known ones from 1, then a number in the pool, or bytes. */
    static final int POOLED_NAME = 126;

    static final int NAME = 127;

    static final List<String> NAMES =
            Arrays.stream(CaseMember.values()).map(CaseMember::memberName).toList();

    private Tag() {}
}
