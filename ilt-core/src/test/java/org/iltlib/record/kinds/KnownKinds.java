package org.iltlib.record.kinds;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iltlib.base.Kind;

/** Every public kind of this module, found in its compiled classes, by name. */
final class KnownKinds {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Map<String, Kind<?>> BY_NAME = scan();

    private KnownKinds() {}

    private static Map<String, Kind<?>> scan() {
        Map<String, Kind<?>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org"))) {
            List<Path> types = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .sorted()
                    .toList();
            for (Path file : types) {
                String name = CLASSES.relativize(file).toString().replace(".class", "");
                Class<?> type =
                        Class.forName(name.replace('/', '.').replace('\\', '.'), false, Kind.class.getClassLoader());
                for (Field field : type.getDeclaredFields()) {
                    add(field, found);
                }
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError("The compiled classes cannot be scanned", e);
        }
        return found;
    }

    private static void add(Field field, Map<String, Kind<?>> found) throws IllegalAccessException {
        int modifiers = field.getModifiers();
        if (field.getType() == Kind.class && Modifier.isPublic(modifiers) && Modifier.isStatic(modifiers)) {
            Kind<?> kind = (Kind<?>) field.get(null);
            if (found.put(kind.name(), kind) != null) {
                throw new AssertionError("Two kinds are named " + kind.name());
            }
        }
    }

    static Collection<Kind<?>> all() {
        return BY_NAME.values();
    }

    static Kind<?> get(String name) {
        Kind<?> kind = BY_NAME.get(name);
        if (kind == null) {
            throw new AssertionError("There is no kind " + name + " among " + BY_NAME.keySet());
        }
        return kind;
    }
}
