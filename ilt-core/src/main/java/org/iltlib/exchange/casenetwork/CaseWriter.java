package org.iltlib.exchange.casenetwork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/**
 * Writes a CASE package as JSON, always the same text for the same package. The strict writer refuses a package that
 * lacks a member which the standard requires; the other writes back what was read. Immutable, thread-safe.
 */
public final class CaseWriter {
    private static final List<String> DOCUMENT = List.of("identifier", "uri", "creator", "title", "lastChangeDateTime");
    private static final List<String> ITEM = List.of("identifier", "uri", "fullStatement", "lastChangeDateTime");
    private static final List<String> ASSOCIATION = List.of(
            "identifier", "uri", "associationType", "originNodeURI", "destinationNodeURI", "lastChangeDateTime");

    private final boolean strict;

    private CaseWriter(boolean strict) {
        this.strict = strict;
    }

    /** A writer that refuses what the standard does not allow; for packages to publish. */
    public static CaseWriter strict() {
        return new CaseWriter(true);
    }

    /** A writer that writes back what was read; for keeping a copy. */
    public static CaseWriter asRead() {
        return new CaseWriter(false);
    }

    /**
     * The text of the package.
     *
     * @throws ExchangeException if it lacks a required member; it lists all, by JSON pointer
     */
    public String write(CasePackage content) {
        if (strict) {
            List<String> problems = new ArrayList<>();
            check("/CFDocument", content.document(), DOCUMENT, problems);
            checkAll("/CFItems", content.items(), ITEM, problems);
            checkAll("/CFAssociations", content.associations(), ASSOCIATION, problems);
            if (!problems.isEmpty()) {
                throw new ExchangeException(
                        "case.invalid",
                        "The package has " + problems.size() + " faults. First: " + problems.get(0),
                        problems);
            }
        }
        return CanonicalJson.write(content.content());
    }

    /**
     * Writes the package to that file, replacing what is there.
     *
     * @throws ExchangeException as {@link #write(CasePackage)}, or if the file cannot be written
     */
    public void write(CasePackage content, Path file) {
        String text = write(content);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ExchangeException("case.unwritable", "The file cannot be written.", e);
        }
    }

    private static void checkAll(String pointer, List<Node.Fields> all, List<String> required, List<String> problems) {
        for (int i = 0; i < all.size(); i++) {
            check(pointer + "/" + i, all.get(i), required, problems);
        }
    }

    private static void check(String pointer, Node.Fields one, List<String> required, List<String> problems) {
        for (String name : required) {
            if (one.find(name).isEmpty()) {
                problems.add(pointer + "/" + name + " is missing");
            }
        }
        CasePackage.text(one, "identifier")
                .filter(id -> !Members.isUuid(id))
                .ifPresent(id -> problems.add(pointer + "/identifier is not a UUID"));
    }
}
