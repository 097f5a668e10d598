/**
 * What a publisher answers to the requests of CASE, without a server: a library of packages, and a provider that answers
 * each GET path with status, headers and JSON. A vendor's own server hands the requests through.
 *
 * <p>Start with {@link org.iltlib.exchange.casenetwork.service.CaseLibrary} and {@link
 * org.iltlib.exchange.casenetwork.service.CaseProvider}.
 *
 * <pre>{@code
 * CaseLibrary library = CaseLibrary.empty().with(content, SharedIdentity.COPY);
 * CaseProvider provider = CaseProvider.of(library, CaseVersion.V1_1, "https://example.org/ims/case/v1p1");
 * CaseResponse documents = provider.get("/CFDocuments", Map.of("limit", "10", "sort", "title"));
 * System.out.println(documents.status() + " " + documents.headers().get("X-Total-Count"));
 * System.out.println(provider.get("/CFItems/" + id, Map.of()).body());
 * }</pre>
 */
package org.iltlib.exchange.casenetwork.service;
