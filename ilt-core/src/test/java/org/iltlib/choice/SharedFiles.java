package org.iltlib.choice;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/** Finds the shared data beside the repository, or under {@code ILT_SHARED}; without them a test is skipped. */
public final class SharedFiles {
    private SharedFiles() {}

    public static Path get(String path) {
        Path beside = Path.of("..", "..", "shared", "data", "decisions", path);
        Optional<Path> given =
                Optional.ofNullable(System.getenv("ILT_SHARED")).map(root -> Path.of(root, "data", "decisions", path));
        Path found = Files.exists(beside) ? beside : given.orElse(beside);
        assumeThat(found)
                .as("shared data: expected beside the repository or under ILT_SHARED")
                .exists();
        return found;
    }

    public static InputStream open(String path) throws IOException {
        return Files.newInputStream(get(path));
    }

    public static Node.Fields json(String path) throws IOException {
        return (Node.Fields) any(path);
    }

    public static Node any(String path) throws IOException {
        return CanonicalJson.read(Files.readString(get(path)));
    }

    public static Node field(Node node, String name) {
        return ((Node.Fields) node).find(name).orElseThrow();
    }
}
