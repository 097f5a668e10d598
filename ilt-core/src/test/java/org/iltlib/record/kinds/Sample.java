package org.iltlib.record.kinds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

/**
 * A body as one version of a kind wrote it, kept for ever in the file {@code kind.vVERSION.json} or
 * {@code kind.vVERSION.VARIANT.json}.
 */
record Sample(String file, String kind, int version, String json) {
    private static final Path FOLDER = Path.of("src/test/resources/org/iltlib/record/kinds");
    private static final Pattern NAME = Pattern.compile("([a-z.-]+)\\.v(\\d+)(?:\\.([a-z-]+))?\\.json");
    private static final List<Sample> ALL = load();

    static List<Sample> all() {
        return ALL;
    }

    static List<Sample> of(Kind<?> kind, int version) {
        return ALL.stream()
                .filter(sample -> sample.kind.equals(kind.name()) && sample.version == version)
                .toList();
    }

    Node body() {
        return CanonicalJson.read(json);
    }

    String canonical() {
        return CanonicalJson.write(body());
    }

    Recordable value() {
        return KnownKinds.get(kind).read(version, body());
    }

    private static List<Sample> load() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Sample::load).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample load(Path path) {
        String file = path.getFileName().toString();
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new AssertionError(file + " is not named kind.vVERSION.json or kind.vVERSION.VARIANT.json");
        }
        try {
            return new Sample(file, name.group(1), Integer.parseInt(name.group(2)), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
