package org.iltlib.exchange.casenetwork;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iltlib.exchange.casenetwork.CaseExportReport.Outcome;
import org.iltlib.exchange.casenetwork.model.CaseMember;
import org.iltlib.exchange.casenetwork.model.CaseObject;
import org.iltlib.exchange.casenetwork.model.CaseShape;
import org.iltlib.exchange.casenetwork.model.CaseVersion;
import org.iltlib.exchange.casenetwork.packed.Holdings;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.Node;
import org.jspecify.annotations.Nullable;

/**
 * Writes a CASE package as JSON in UTF-8, members in the order of {@code CaseMember} and unknown ones after them by name:
 * always the same text for the same package. It is written piece by piece, never as a whole in memory. Immutable,
 * thread-safe; linear.
 *
 * <p>The strict writers hold all that they write against the standard first: required members, forms of values, UUIDs in
 * lower case, no unknown members. What the standard does not know goes under {@code extensions}, where version 1.1 has
 * these, and a reader puts it back. The other writer, for keeping a copy, writes back what was read.
 *
 * <p>Reading what was written gives an equal package. What does not count: the order of members, blanks, the way in which
 * a number or an escaped character is written, and members that were {@code null}.
 */
public final class CaseWriter {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final @Nullable CaseVersion version;
    private final boolean lossy;

    private CaseWriter(@Nullable CaseVersion version, boolean lossy) {
        this.version = version;
        this.lossy = lossy;
    }

    /** A writer that refuses what CASE 1.1 does not allow; for packages to publish. */
    public static CaseWriter strict() {
        return strict(CaseVersion.V1_1);
    }

    /** A writer that refuses what that version does not allow. */
    public static CaseWriter strict(CaseVersion version) {
        return new CaseWriter(version, false);
    }

    /** A writer that writes back what was read; for keeping a copy. */
    public static CaseWriter asRead() {
        return new CaseWriter(null, false);
    }

    /**
     * A copy that leaves out what the version cannot say, in place of refusing the package. Each piece is in the report:
     * nothing is left out silently.
     */
    public CaseWriter allowingLoss() {
        return new CaseWriter(version, true);
    }

    /** What the version of this writer does not allow in that package; nothing is written. */
    public CaseExportReport check(CasePackage content) {
        if (version == null) {
            return new CaseExportReport(Map.of());
        }
        Strictness strictness = new Strictness(version);
        strictness.object(CaseShape.DOCUMENT, content.document().members(), "/CFDocument");
        Holdings all = content.holdings();
        for (int i = 0; i < all.itemCount(); i++) {
            strictness.object(CaseShape.ITEM, all.items().fields(i), "/CFItems/" + i);
        }
        for (int i = 0; i < all.associationCount(); i++) {
            strictness.association(all.associations().fields(i), "/CFAssociations/" + i);
        }
        others(strictness, content);
        return strictness.report();
    }

    /** The members beside document, items and associations, in the form of the version. */
    private static Node.Fields others(Strictness strictness, CasePackage content) {
        return strictness.object(CaseShape.PACKAGE, content.others(), "");
    }

    /**
     * The members of one object as it stands alone, in the answer to a request: a document with its {@code CFPackageURI},
     * an item or association with its {@code CFDocumentURI}, where they have one.
     *
     * @throws ExchangeException {@code case.invalid} as {@link #write(CasePackage, OutputStream)}
     */
    public Node.Fields standAlone(CaseObject one) {
        if (version == null) {
            return one.members();
        }
        String owner =
                (one.shape() == CaseShape.DOCUMENT ? CaseMember.PACKAGE_URI : CaseMember.DOCUMENT_URI).memberName();
        Strictness strictness = new Strictness(version);
        Node.Fields checked = strictness.object(one.shape(), one.members().without(owner), "");
        Optional<Node> link = one.members()
                .find(owner)
                .filter(Node.Fields.class::isInstance)
                .map(node -> strictness.object(CaseShape.LINK, (Node.Fields) node, "/" + owner));
        refuse(strictness.report());
        return link.map(node -> checked.with(owner, node)).orElse(checked);
    }

    /**
     * Writes the package to that stream, which is flushed and left open.
     *
     * @return what was not allowed as it is
     * @throws ExchangeException {@code case.invalid} if a strict writer finds something wrong, or something that it would
     *     have to leave out and may not; its problems are the first hundred places. {@code case.unwritable} if the stream
     *     cannot be written
     */
    public CaseExportReport write(CasePackage content, OutputStream out) {
        CaseExportReport report = check(content);
        refuse(report);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(content, json);
        } catch (IOException | UncheckedIOException e) {
            throw new ExchangeException("case.unwritable", "The package cannot be written.", e);
        }
        return report;
    }

    private void refuse(CaseExportReport report) {
        List<String> problems = new ArrayList<>(report.problems(Outcome.INVALID));
        long count = report.count(Outcome.INVALID);
        if (!lossy) {
            problems.addAll(report.problems(Outcome.LEFT_OUT));
            count += report.count(Outcome.LEFT_OUT);
        }
        if (count > 0) {
            throw new ExchangeException(
                    "case.invalid", "The package has " + count + " faults. First: " + problems.get(0), problems);
        }
    }

    private void write(CasePackage content, JsonGenerator json) throws IOException {
        RowOutput out = new RowOutput(json);
        Strictness strictness = version == null ? null : new Strictness(version);
        Holdings all = content.holdings();
        json.writeStartObject();
        json.writeFieldName("CFDocument");
        Node.Fields document = content.document().members();
        out.node(strictness == null ? document : strictness.object(CaseShape.DOCUMENT, document, ""));
        json.writeFieldName("CFItems");
        json.writeStartArray();
        for (int i = 0; i < all.itemCount(); i++) {
            if (strictness == null) {
                all.items().tell(i, out);
            } else {
                out.node(strictness.object(CaseShape.ITEM, all.items().fields(i), ""));
            }
        }
        json.writeEndArray();
        json.writeFieldName("CFAssociations");
        json.writeStartArray();
        for (int i = 0; i < all.associationCount(); i++) {
            if (strictness == null) {
                all.associations().tell(i, out);
            } else {
                Optional<Node.Fields> one =
                        strictness.association(all.associations().fields(i), "");
                if (one.isPresent()) {
                    out.node(one.get());
                }
            }
        }
        json.writeEndArray();
        out.members(strictness == null ? content.others() : others(strictness, content));
        json.writeEndObject();
    }

    /** The text of the package; see {@link #write(CasePackage, OutputStream)}. */
    public String write(CasePackage content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(content, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * Writes the package to that file, replacing what is there; see {@link #write(CasePackage, OutputStream)}. A package
     * that is refused leaves the file as it is.
     */
    public CaseExportReport write(CasePackage content, Path file) {
        refuse(check(content));
        try (OutputStream out = Files.newOutputStream(file)) {
            return write(content, out);
        } catch (IOException e) {
            throw new ExchangeException("case.unwritable", "The file cannot be written.", e);
        }
    }
}
