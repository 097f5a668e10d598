package org.iltlib.record.kinds;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.iltlib.base.Kind;

/** Every public kind of this module, found in its compiled classes, by name. */
final class KnownKinds {
    private static final Map<String, Kind<?>> BY_NAME = scan();

    private KnownKinds() {}

    private static Map<String, Kind<?>> scan() {
        Map<String, Kind<?>> found = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target/classes"))) {
            for (JavaField field : type.getFields()) {
                Set<JavaModifier> modifiers = field.getModifiers();
                if (field.getRawType().isEquivalentTo(Kind.class)
                        && modifiers.contains(JavaModifier.PUBLIC)
                        && modifiers.contains(JavaModifier.STATIC)) {
                    Kind<?> kind = valueOf(field);
                    if (found.put(kind.name(), kind) != null) {
                        throw new AssertionError("Two kinds are named " + kind.name());
                    }
                }
            }
        }
        return found;
    }

    private static Kind<?> valueOf(JavaField field) {
        try {
            return (Kind<?>) field.reflect().get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName() + " is in a type that is not public", e);
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
