package org.iltlib.record.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.iltlib.base.Kind;
import org.iltlib.base.Recordable;
import org.iltlib.form.CanonicalJson;
import org.iltlib.record.Entry;
import org.iltlib.record.TeamRecord;
import org.junit.jupiter.api.Test;

/**
 * One body or more of every kind in every version, kept as files. A sample is written once and never changed: it stands
 * for the records out there. A kind that gets a new version gets new samples beside the old ones.
 */
class SamplesTest {

    /** What no sample has, and why that is meant; as {@link Walk} names it. */
    private static final Map<String, String> MEANT_TO_BE_ABSENT =
            Map.of("ladder/ladder/steps/protocol=consensus/blocks=withReason", "it is the rule where none is written");

    private static void inEach(List<Sample> samples, Consumer<Sample> check) {
        Map<String, String> faults = new TreeMap<>();
        for (Sample sample : samples) {
            try {
                check.accept(sample);
            } catch (AssertionError | RuntimeException e) {
                faults.put(sample.file(), e.toString());
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<Sample> current() {
        return Sample.all().stream()
                .filter(sample ->
                        sample.version() == KnownKinds.get(sample.kind()).version())
                .toList();
    }

    @Test
    void everyKindHasASampleOfEveryVersion() {
        List<String> without = new ArrayList<>();
        for (Kind<?> kind : KnownKinds.all()) {
            for (int version = 1; version <= kind.version(); version++) {
                if (Sample.of(kind, version).isEmpty()) {
                    without.add(kind.name() + ".v" + version + ".json");
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(KnownKinds.all()).hasSizeGreaterThan(20);
    }

    @Test
    void everySampleIsOfAKnownKindAndVersion() {
        inEach(
                Sample.all(),
                sample -> assertThat(sample.version())
                        .isBetween(1, KnownKinds.get(sample.kind()).version()));
    }

    @Test
    void everySampleReadsIntoAValueOfItsKind() {
        inEach(Sample.all(), sample -> assertThat(sample.value().kind().name()).isEqualTo(sample.kind()));
    }

    @Test
    void aSampleOfTheCurrentVersionIsWrittenBackByteForByte() {
        inEach(current(), sample -> {
            Recordable value = sample.value();
            assertThat(CanonicalJson.write(value.kind().write(value))).isEqualTo(sample.canonical());
        });
    }

    @Test
    void aValueThatIsWrittenAndReadIsTheSameValue() {
        inEach(Sample.all(), sample -> {
            Recordable value = sample.value();
            String json = CanonicalJson.write(value.kind().write(value));
            assertThat(value.kind().read(value.kind().version(), CanonicalJson.read(json)))
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value);
        });
    }

    @Test
    void aSampleCanBeRecordedStoredExportedImportedAndReadAgain() {
        inEach(Sample.all(), sample -> {
            Recordable value = sample.value();
            TeamRecord record = Stored.record(value);
            TeamRecord back = Stored.throughTwoStores(record);
            Entry entry = back.get(value.id());
            assertThat(back).isEqualTo(record);
            assertThat(back.verify().holds()).isTrue();
            assertThat(entry.digest()).isEqualTo(Stored.last(record).digest());
            assertThat(entry.cites()).isEqualTo(value.basedOn());
            assertThat((Object) entry.as(value.kind())).isEqualTo(value);
        });
    }

    @Test
    void whatAValueRestsOnStandsInItsBody() {
        inEach(
                Sample.all(),
                sample -> sample.value()
                        .basedOn()
                        .forEach(id -> assertThat(sample.canonical()).contains("\"" + id + "\"")));
    }

    @Test
    void everyPropertyAndEveryWordStandsInASample() {
        Walk walk = new Walk();
        KnownKinds.all().forEach(kind -> walk.shape(kind.name(), kind.form().shape()));
        current()
                .forEach(sample -> walk.body(
                        sample.kind(), KnownKinds.get(sample.kind()).form().shape(), sample.body()));
        Set<String> missing = new TreeSet<>(walk.unseen());
        missing.removeAll(MEANT_TO_BE_ABSENT.keySet());
        assertThat(missing).isEmpty();
        assertThat(walk.seen).containsAll(Set.of("need/reach", "deliberation/rounds/ballots/position=dots"));
    }

    @Test
    void noSampleNamesAPerson() {
        assertThat(Sample.all())
                .allSatisfy(sample -> assertThat(sample.json())
                        .doesNotContainPattern("\"(person|owner|mentor|mentee|observer|evaluator)\": \"(?!p-\\d)"));
    }
}
