package org.iltlib.exchange.casenetwork.packed;

import java.math.BigDecimal;

/** Hears a row, piece by piece. */
public interface RowListener {
    /** An object begins. */
    void startObject();

    /** An object ends. */
    void endObject();

    /** A list begins. */
    void startList();

    /** A list ends. */
    void endList();

    /** The name of the member whose value comes next. */
    void name(String name);

    /** A text. */
    void text(String value);

    /** A number. */
    void number(BigDecimal value);

    /** True or false. */
    void flag(boolean value);

    /** An explicit {@code null}. */
    void nothing();
}
