package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonParser;

/** Where a package comes from: its tokens, its bytes, values read as trees, and what is too much. */
final class Source {
    final JsonParser parser;
    final Window window;
    final CaseLimits limits;
    final Tokens tokens;

    Source(JsonParser parser, Window window, CaseLimits limits) {
        this.parser = parser;
        this.window = window;
        this.limits = limits;
        this.tokens = new Tokens(parser, window, limits.maxOtherValues());
    }
}
