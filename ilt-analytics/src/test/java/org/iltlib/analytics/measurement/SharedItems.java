package org.iltlib.analytics.measurement;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iltlib.base.MissingReason;
import org.iltlib.evidence.response.ResponseImport;
import org.iltlib.evidence.response.ResponseLayout;
import org.iltlib.evidence.response.ResponseTable;
import org.iltlib.evidence.response.ResponseTableReader;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Responses and expected numbers in the shared data; without them a test is skipped. */
public final class SharedItems {
    private SharedItems() {}

    public static Path file(String path) {
        Path beside = Path.of("..", "..", "shared", "data", path);
        Optional<Path> given =
                Optional.ofNullable(System.getenv("ILT_SHARED")).map(root -> Path.of(root, "data", path));
        Path found = Files.exists(beside) ? beside : given.orElse(beside);
        assumeThat(found)
                .as("shared data: expected beside the repository or under ILT_SHARED")
                .exists();
        return found;
    }

    private static ResponseLayout.Builder layout() {
        return ResponseLayout.builder().blank(MissingReason.NOT_ADMINISTERED);
    }

    public static ResponseTable lsat6() {
        return read("achievement/LSAT6.csv", layout().build()).table();
    }

    public static ResponseTable lsat7() {
        return read("achievement/LSAT7.csv", layout().build()).table();
    }

    public static ResponseTable science() {
        return read("achievement/Science.csv", layout().build()).table();
    }

    public static ResponseImport dif() {
        return read("achievement/dif_items.csv", layout().addGroups("group").build());
    }

    public static ResponseTable ecpe() {
        return read(
                        "curriculum/qmatrix/ecpe_responses.csv",
                        layout().student("resp_id").build())
                .table();
    }

    public static ResponseTable timss() {
        return read(
                        "curriculum/qmatrix/timss07_responses.csv",
                        layout().student("id").build())
                .table();
    }

    private static ResponseImport read(String path, ResponseLayout layout) {
        return ResponseTableReader.of(layout).read(file(path));
    }

    /** The part of that name of {@code psychometrics.json}. */
    public static Node.Fields expected(String name) {
        try {
            Node whole = CanonicalJson.read(Files.readString(file("achievement/psychometrics.json")));
            return (Node.Fields) ((Node.Fields) whole).find(name).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double number(Node.Fields fields, String name) {
        return number(fields.find(name).orElseThrow());
    }

    public static double number(Node node) {
        return Double.parseDouble(CanonicalJson.write(node));
    }

    public static double[] numbers(Node.Fields fields, String name) {
        return ((Node.Items) fields.find(name).orElseThrow())
                .values().stream().mapToDouble(SharedItems::number).toArray();
    }
}
