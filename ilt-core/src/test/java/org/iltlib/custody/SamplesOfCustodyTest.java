package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.junit.jupiter.api.Test;

/** What this version writes is kept as files, so that every later one is held to reading it. */
class SamplesOfCustodyTest {
    private static final List<Kind<? extends Recordable>> KINDS = List.of(
            Access.KIND,
            AccessCount.KIND,
            Disclosure.KIND,
            LegalHold.KIND,
            HoldRelease.KIND,
            RemovalOrder.KIND,
            RetentionTerm.KIND,
            PurgeCertificate.KIND,
            ErasureCertificate.KIND,
            TenantDeletionCertificate.KIND);

    @Test
    void everyKindHasSamplesThatAreReadAndWrittenBackByteForByte() throws IOException {
        for (Kind<? extends Recordable> kind : KINDS) {
            List<Path> samples = new ArrayList<>();
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/org/iltlib/record/kinds"))) {
                files.filter(file -> file.getFileName().toString().startsWith(kind.name() + ".v1"))
                        .forEach(samples::add);
            }
            assertThat(samples).as(kind.name()).isNotEmpty();
            for (Path sample : samples) {
                String json = CanonicalJson.write(CanonicalJson.read(Files.readString(sample)));
                Recordable value = kind.read(1, CanonicalJson.read(json));
                assertThat(CanonicalJson.write(kind.write(value)))
                        .as(sample.toString())
                        .isEqualTo(json);
            }
        }
    }
}
