package org.iltlib.analytics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a caller can see names only the JDK, this library and JSpecify: no tool shows through. */
class PublicSignatureTest {

    @Test
    void noPublicSignatureNamesGuavaJacksonOrAGeneratedType() {
        Set<String> leaks = new TreeSet<>();
        new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                        .filter(PublicSignatureTest::isVisible)
                        .forEach(type -> {
                            type.getAllMethods().stream()
                                    .filter(method -> isExposed(method.getModifiers()))
                                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                                            && !method.getModifiers().contains(JavaModifier.BRIDGE))
                                    .forEach(method -> check(type, method, leaks));
                            type.getConstructors().stream()
                                    .filter(constructor -> isExposed(constructor.getModifiers()))
                                    .forEach(constructor -> check(type, constructor, leaks));
                            type.getAllFields().stream()
                                    .filter(field -> isExposed(field.getModifiers()))
                                    .forEach(field -> check(type, field, leaks));
                        });
        assertThat(leaks).isEmpty();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicSignatureTest::isVisible).orElse(true);
    }

    private static boolean isExposed(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static void check(JavaClass type, JavaCodeUnit unit, Set<String> leaks) {
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .forEach(named -> check(type.getName() + "." + unit.getName(), named, leaks));
    }

    private static void check(JavaClass type, JavaField field, Set<String> leaks) {
        check(type.getName() + "." + field.getName(), field.getType(), leaks);
    }

    private static void check(String where, JavaType named, Set<String> leaks) {
        named.getAllInvolvedRawTypes().stream()
                .filter(raw -> raw.getName().startsWith("com.google.")
                        || raw.getName().startsWith("com.fasterxml.")
                        || raw.getName().startsWith("org.immutables.")
                        || raw.getName().startsWith("de.siegmar.")
                        || raw.getName().startsWith("org.hipparchus.")
                        || raw.getName().startsWith("org.ejml.")
                        || raw.getName().startsWith("org.apache.lucene.")
                        || raw.getName().matches("(.*\\.)?Immutable[A-Z]\\w*(\\$.*)?"))
                .forEach(raw -> leaks.add(where + " names " + raw.getName()));
    }
}
