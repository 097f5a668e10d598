package org.iltlib.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iltlib.base.EntryId;
import org.iltlib.base.Kind;
import org.iltlib.base.PersonId;
import org.iltlib.base.Recordable;
import org.iltlib.base.TenantId;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.record.Digest;
import org.iltlib.record.Note;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.DatasetId;

/** Every kind of custody is written and read back, and stands in a record. */
class CustodyProperties {
    private static final EntryId CITED = EntryId.of("n0");

    private static Arbitrary<String> word() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withCharRange('\u00e0', '\u00ff')
                .withChars('\u540d')
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    private static Arbitrary<Instant> time() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS));
    }

    private static Arbitrary<Holding> holding() {
        return Arbitraries.oneOf(
                word().map(id -> Holding.of(PersonId.of(id))),
                word().map(text -> Holding.of(DatasetId.of(Digest.ofText(text).hex()))),
                Arbitraries.just(Holding.ofTenant()));
    }

    private static Arbitrary<RetentionRule> rule() {
        return Combinators.combine(word(), word(), Arbitraries.integers().between(0, 1200))
                .as((name, source, months) -> RetentionRule.builder()
                        .name(name)
                        .source(source)
                        .checkedOn(LocalDate.EPOCH.plusDays(months))
                        .keepMonths(months)
                        .build());
    }

    private static Arbitrary<Recordable> access() {
        return Combinators.combine(
                        word(),
                        word(),
                        word(),
                        holding(),
                        time(),
                        Arbitraries.of(Refusal.class).optional())
                .as((by, purpose, interest, holding, at, refusal) -> Access.builder()
                        .request(AccessRequest.of(PersonId.of(by), "role", purpose, interest))
                        .id(EntryId.of("access/1"))
                        .holding(holding)
                        .policy("policy")
                        .at(at)
                        .refusal(refusal)
                        .build());
    }

    private static Arbitrary<Recordable> count() {
        return Combinators.combine(word(), word(), Arbitraries.of(Holding.Sort.class), time(), time())
                .as((by, purpose, sort, one, other) -> AccessCount.builder()
                        .id(EntryId.of("access-count/1"))
                        .by(PersonId.of(by))
                        .role("role")
                        .purpose(purpose)
                        .sort(sort)
                        .policy("policy")
                        .first(one.isBefore(other) ? one : other)
                        .last(one.isBefore(other) ? other : one)
                        .count(1 + by.length())
                        .build());
    }

    private static Arbitrary<Recordable> disclosure() {
        return Combinators.combine(
                        word(),
                        word(),
                        holding().set().ofMinSize(1).ofMaxSize(3),
                        word().set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.just(CITED).optional(),
                        time())
                .as((party, purpose, holdings, words, flag, onward, at) -> Disclosure.builder()
                        .id(EntryId.of("disclosure/1"))
                        .party(party)
                        .interest(purpose)
                        .purpose(purpose)
                        .basis(party)
                        .concerning(holdings)
                        .entries(flag ? List.of(CITED) : List.of())
                        .fields(words)
                        .at(at)
                        .redisclosureTo(flag ? words : List.of())
                        .requestOnly(flag)
                        .onwardFrom(onward)
                        .build());
    }

    private static Arbitrary<Recordable> removal() {
        return Combinators.combine(
                        word(), rule(), time(), Arbitraries.integers().between(0, 7))
                .as(CustodyProperties::removal);
    }

    private static Recordable removal(String word, RetentionRule rule, Instant at, int which) {
        DatasetId dataset = DatasetId.of(Digest.ofText(word).hex());
        PersonId person = PersonId.of(word);
        EntryId id = EntryId.of("x/1");
        return switch (which) {
            case 0 ->
                RemovalOrder.builder()
                        .id(id)
                        .holding(Holding.of(person))
                        .reason(word)
                        .by(person)
                        .at(at)
                        .build();
            case 1 ->
                RemovalOrder.builder()
                        .id(id)
                        .holding(Holding.of(dataset))
                        .reason(word)
                        .rule(rule)
                        .by(person)
                        .at(at)
                        .build();
            case 2 ->
                PurgeCertificate.builder()
                        .id(id)
                        .order(CITED)
                        .dataset(dataset)
                        .size(7)
                        .rule(rule)
                        .at(at)
                        .by(person)
                        .build();
            case 3 ->
                ErasureCertificate.builder()
                        .id(id)
                        .order(CITED)
                        .person(person)
                        .reason(word)
                        .at(at)
                        .by(person)
                        .build();
            case 4 ->
                RetentionTerm.builder()
                        .id(id)
                        .dataset(dataset)
                        .rule(rule)
                        .keptFrom(LocalDate.EPOCH)
                        .build();
            case 5 -> new LegalHold(id, word, List.of(Holding.of(person), Holding.of(dataset)));
            case 6 -> new HoldRelease(id, word);
            default ->
                TenantDeletionCertificate.builder()
                        .id(id)
                        .inventory(TenantInventory.builder()
                                .tenant(TenantId.of(word))
                                .takenAt(at)
                                .records(1)
                                .entries(2)
                                .heads(Digest.NONE)
                                .datasets(3)
                                .datasetIds(Digest.ofText(word))
                                .contacts(4)
                                .erased(5)
                                .build())
                        .reason(word)
                        .at(at)
                        .by(person)
                        .build();
        };
    }

    @Provide
    Arbitrary<Recordable> anything() {
        return Arbitraries.oneOf(access(), count(), disclosure(), removal());
    }

    @Property(tries = 500)
    void everyKindIsWrittenAndReadBackAndStandsInARecord(@ForAll("anything") Recordable value) {
        Kind<? extends Recordable> kind = value.kind();
        String json = CanonicalJson.write(kind.write(value));
        assertThat((Object) kind.read(kind.version(), CanonicalJson.read(json))).isEqualTo(value);
        TeamRecord record = Note.chain(1).with(Note.START, Note.ANA, value);
        assertThat((Object) record.get(kind, value.id())).isEqualTo(value);
        assertThat(record.get(value.id()).cites()).isEqualTo(value.basedOn());
        assertThat(record.verify().holds()).isTrue();
    }

    @Property(tries = 100)
    void aPolicyIsWrittenAndReadBackAndCountsItsPurposesOnce(@ForAll("numbers") int purposes) {
        AccessPolicy policy = AccessPolicy.builder()
                .name("p")
                .source("s")
                .checkedOn(LocalDate.EPOCH)
                .addAllLimitations(IntStream.range(0, purposes)
                        .mapToObj(number ->
                                PurposeLimitation.of(
                                                "purpose " + number, "b", Holding.Sort.TENANT, Holding.Sort.CONTACT)
                                        .toBuilder()
                                        .addRoles("a")
                                        .countedUpTo(number + 1)
                                        .build())
                        .toList())
                .build();
        Form<AccessPolicy> form = AccessPolicy.FORM;
        assertThat(form.read(CanonicalJson.read(CanonicalJson.write(form.write(policy)))))
                .isEqualTo(policy);
        policy.limitations().forEach(limitation -> {
            assertThat(limitation.roles()).containsExactly("a", "b");
            assertThat(limitation.reaches()).containsExactly(Holding.Sort.CONTACT, Holding.Sort.TENANT);
            assertThat(limitation.isCounted()).isEqualTo(limitation.countedUpTo() > 1);
        });
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, 6);
    }
}
