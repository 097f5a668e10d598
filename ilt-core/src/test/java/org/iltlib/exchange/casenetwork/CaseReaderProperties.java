package org.iltlib.exchange.casenetwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iltlib.exchange.casenetwork.model.CaseAssociation;
import org.iltlib.exchange.casenetwork.model.CaseDefinitions;
import org.iltlib.exchange.casenetwork.model.CaseDocument;
import org.iltlib.exchange.casenetwork.model.CaseItem;
import org.iltlib.exchange.casenetwork.model.CaseRubric;
import org.iltlib.exchange.oneroster.ExchangeException;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Node;

class CaseReaderProperties {

    /** Any mixture of what is as it should be, what deviates and what is unknown. */
    @Property(tries = 400)
    void readingWritingAndReadingIsTheIdentity(@ForAll long seed) {
        String text = new DrawnJson(seed).text();
        CaseImport first = CaseReader.withDefaults().read(text);
        CaseImport second = CaseReader.withDefaults().read(CaseWriter.asRead().write(first.content()));
        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.content().content()).isEqualTo(first.content().content());
        assertThat(second.quarantined()).isEmpty();
        assertThat(CaseWriter.asRead().write(second.content()))
                .isEqualTo(CaseWriter.asRead().write(first.content()));
    }

    @Property(tries = 400)
    void everyValueIsAccountedFor(@ForAll long seed) {
        String text = new DrawnJson(seed).text();
        assertThat(CaseReader.withDefaults().read(text).report().account().total())
                .isEqualTo(ObjectReading.values(CanonicalJson.read(text)));
    }

    /** A name that is written with an escape is read by the other way, which must come to the same. */
    @Property(tries = 400)
    void bothWaysOfReadingAnObjectComeToTheSame(@ForAll long seed) {
        String text = new DrawnJson(seed).text();
        CaseImport quick = CaseReader.withDefaults().read(text);
        CaseImport slow = CaseReader.withDefaults().read(text.replace("\"identifier\":", "\"identifie\\u0072\":"));
        assertThat(slow.content()).isEqualTo(quick.content());
        assertThat(slow.report()).isEqualTo(quick.report());
        assertThat(slow.quarantined()).isEqualTo(List.copyOf(quick.quarantined()));
    }

    @Property(tries = 200)
    void aVisitorIsToldWhatThePackageHolds(@ForAll long seed) {
        String text = new DrawnJson(seed).text();
        CaseImport read = CaseReader.withDefaults().read(text);
        List<Object> told = new ArrayList<>();
        CaseImportReport report = CaseReader.withDefaults()
                .visit(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new CaseVisitor() {
                    @Override
                    public void document(CaseDocument document) {
                        told.add(document);
                    }

                    @Override
                    public void item(CaseItem item) {
                        told.add(item);
                    }

                    @Override
                    public void association(CaseAssociation association) {
                        told.add(association);
                    }

                    @Override
                    public void definitions(CaseDefinitions definitions) {
                        told.add(definitions);
                    }

                    @Override
                    public void rubric(CaseRubric rubric) {
                        told.add(rubric);
                    }

                    @Override
                    public void quarantined(CaseImport.Quarantined one) {
                        told.add(one);
                    }
                });
        assertThat(report).isEqualTo(read.report());
        List<Object> held = new ArrayList<>(List.of(read.content().document()));
        held.addAll(read.content().items());
        held.addAll(read.content().associations());
        held.addAll(read.content().rubrics());
        read.content().definitions().ifPresent(held::add);
        held.addAll(read.quarantined());
        assertThat(told).containsExactlyInAnyOrderElementsOf(held);
    }

    /** Blanks between the parts, as many as do not fit into the buffer at once, change nothing. */
    @Property(tries = 20)
    void blanksChangeNothing(@ForAll long seed) {
        String text = new DrawnJson(seed).text();
        Random random = new Random(seed);
        StringBuilder spaced = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                within = !within;
            }
            spaced.append(c);
            if (!within && ",:{}[]".indexOf(c) >= 0) {
                spaced.append(" \n\t".repeat(random.nextInt(100) == 0 ? 7_000 : random.nextInt(3)));
            }
        }
        CaseImport read = CaseReader.withDefaults().read(spaced.toString());
        assertThat(read.content())
                .isEqualTo(CaseReader.withDefaults().read(text).content());
    }

    /** Whatever bytes of a sound package are changed, cut out or doubled, the answer is a package or a clear refusal. */
    @Property(tries = 1_500)
    void damagedBytesEndInAPackageOrInAClearError(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new DrawnJson(seed % 50).text().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int place = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[place] = (byte) random.nextInt(256);
                case 1 -> bytes[place] = (byte) "{}[]\",:\\0".charAt(random.nextInt(9));
                case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, place));
                default -> {
                    byte[] doubled = new byte[bytes.length + bytes.length - place];
                    System.arraycopy(bytes, 0, doubled, 0, bytes.length);
                    System.arraycopy(bytes, place, doubled, bytes.length, bytes.length - place);
                    bytes = doubled;
                }
            }
        }
        answersOrRefuses(bytes);
    }

    /** The same with the published files. */
    @Example
    void damagedFixturesEndInAPackageOrInAClearError() throws IOException {
        Path folder = org.iltlib.exchange.SharedFolder.path("curriculum/case");
        List<Path> files;
        try (java.util.stream.Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            for (int seed = 0; seed < (sound.length > 100_000 ? 10 : 100); seed++) {
                Random random = new Random(seed);
                byte[] bytes = sound.clone();
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                answersOrRefuses(
                        random.nextBoolean() ? bytes : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
        }
    }

    private static void answersOrRefuses(byte[] bytes) {
        try {
            CaseImport read = CaseReader.withDefaults().read(new ByteArrayInputStream(bytes));
            CaseImport again =
                    CaseReader.withDefaults().read(CaseWriter.asRead().write(read.content()));
            assertThat(again.content()).isEqualTo(read.content());
        } catch (ExchangeException e) {
            assertThat(e.code()).startsWith("case.");
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** What the quick way takes, a complete JSON parser takes as well. */
    @Property(tries = 1_500)
    void whatIsTakenIsJson(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = new DrawnJson(seed % 50).text().getBytes(StandardCharsets.UTF_8);
        int place = random.nextInt(bytes.length);
        bytes[place] = (byte) "{}[]\",:\\0-e \n".charAt(random.nextInt(13));
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean taken;
        try {
            taken = CaseReader.withDefaults().read(new ByteArrayInputStream(bytes)) != null;
        } catch (ExchangeException e) {
            taken = false;
        }
        if (taken) {
            assertThat(CanonicalJson.read(text)).isInstanceOf(Node.Fields.class);
        }
    }

    @Example
    void aBombIsStoppedAtTheLimit() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write("{\"CFDocument\":{},\"x\":\"".getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                packed.write(blanks);
            }
        }
        assertThat(out.size()).isLessThan(100_000);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> CaseReader.withDefaults()
                        .withMaxBytes(10 << 20)
                        .read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOfSatisfying(
                        ExchangeException.class, e -> assertThat(e.code()).isEqualTo("case.limit"));
    }
}
