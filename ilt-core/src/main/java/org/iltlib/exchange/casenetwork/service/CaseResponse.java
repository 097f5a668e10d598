package org.iltlib.exchange.casenetwork.service;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer.
 *
 * @param status the HTTP status, such as 200
 * @param headers the headers that the standard wants, by name
 * @param body JSON
 */
public record CaseResponse(int status, Map<String, String> headers, String body) {
    /** Copies the map. */
    public CaseResponse {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
