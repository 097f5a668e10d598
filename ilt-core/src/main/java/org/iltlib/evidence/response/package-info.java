/**
 * What students answered, item by item, in columns of bytes.
 *
 * <p>Start with {@link org.iltlib.evidence.response.ResponseTable}.
 *
 * <pre>{@code
 * ResponseTable table = ResponseTable.builder(List.of("q1", "q2", "q3"))
 *         .add("s-001", (byte) 1, (byte) 0, ResponseTable.codeOf(MissingReason.NOT_ADMINISTERED))
 *         .add("s-002", (byte) 1, (byte) 1, (byte) 1)
 *         .build();
 * table.measured(0, 2);                                                    // not administered
 * }</pre>
 */
package org.iltlib.evidence.response;
