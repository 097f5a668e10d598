package org.iltlib.exchange.casenetwork.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** What can be wrong with a request: status, minor code in 1.0 and in 1.1. */
enum Trouble {
    SELECTION(400, "invalid_selection_field", "invalid_selection_field"),
    UNAUTHORISED(401, "unauthorisedrequest", "unauthorised_request"),
    FORBIDDEN(403, "forbidden", "forbidden"),
    UNKNOWN(404, "unknownobject", "unknownobject"),
    UUID(404, "invaliduuid", "invalid_uuid"),
    BUSY(429, "server_busy", "server_busy"),
    INTERNAL(500, "internal_server_error", "internal_server_error");

    private final int status;
    private final String first;
    private final String second;

    Trouble(int status, String first, String second) {
        this.status = status;
        this.first = first;
        this.second = second;
    }

    int status() {
        return status;
    }

    /** The answer: {@code imsx_StatusInfo}. */
    CaseResponse response(CaseVersion version, String field, String description) {
        Map<String, Node> minor = new LinkedHashMap<>();
        minor.put("imsx_codeMinorFieldName", new Node.Text(field));
        minor.put("imsx_codeMinorFieldValue", new Node.Text(version.isAtLeast(CaseVersion.V1_1) ? second : first));
        Map<String, Node> info = new LinkedHashMap<>();
        info.put("imsx_codeMajor", new Node.Text("failure"));
        info.put("imsx_severity", new Node.Text("error"));
        info.put("imsx_description", new Node.Text(description));
        info.put(
                "imsx_codeMinor",
                new Node.Fields(Map.of("imsx_codeMinorField", new Node.Items(List.of(new Node.Fields(minor))))));
        return new CaseResponse(
                status, Map.of("Content-Type", "application/json"), CanonicalJson.write(new Node.Fields(info)));
    }
}
