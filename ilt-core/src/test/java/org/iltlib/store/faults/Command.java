package org.iltlib.store.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.iltlib.base.EntryId;
import org.iltlib.base.PersonId;
import org.iltlib.people.Contact;
import org.iltlib.record.Checkpoint;
import org.iltlib.record.Entry;
import org.iltlib.record.Note;
import org.iltlib.record.TeamKey;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.Change;
import org.iltlib.store.Conflict;
import org.iltlib.store.DatasetId;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.FeedStore;
import org.iltlib.store.JointStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.SnapshotStore;
import org.iltlib.store.StaleRecordException;
import org.iltlib.store.StoreException;
import org.iltlib.store.StoredDataset;

/** One thing to do to a store and its model, and what must come of it. A power that the store lacks is passed over. */
sealed interface Command {
    void on(World world);

    /** The record with that many notes more. */
    private static TeamRecord longer(TeamRecord record, int notes, String words) {
        TeamRecord longer = record;
        for (int i = 0; i < notes; i++) {
            long number = longer.revision() + 1;
            EntryId id = EntryId.of("n" + number);
            List<EntryId> cites = number == 1 ? List.of() : List.of(EntryId.of("n" + (number - 1)));
            longer = longer.with(Note.START.plusSeconds(number), Note.ANA, new Note(id, words, cites));
        }
        return longer;
    }

    record Append(int tenant, int key, int notes, String words) implements Command {
        @Override
        public void on(World world) {
            Model model = world.model(tenant);
            TeamRecord loaded = world.view(tenant).load(World.key(key));
            assertThat(loaded).isEqualTo(model.record(World.key(key)));
            TeamRecord longer = longer(loaded, notes, words);
            TeamRecord saved = world.view(tenant).append(longer);
            assertThat(saved).isEqualTo(longer);
            assertThat(saved.unsaved()).isEmpty();
            model.add(List.of(longer));
        }
    }

    /** An append to what stood some entries ago, or to a history of its own. */
    record Stale(int tenant, int key, int behind, boolean foreign) implements Command {
        @Override
        public void on(World world) {
            Model model = world.model(tenant);
            TeamRecord now = model.record(World.key(key));
            int count = (int) now.revision();
            if (count > 0) {
                TeamRecord base = foreign ? foreign(now) : model.first(World.key(key), Math.max(0, count - 1 - behind));
                TeamRecord late = longer(base, 2, "late");
                StaleRecordException refusal = catchThrowableOfType(
                        StaleRecordException.class, () -> world.view(tenant).append(late));
                assertThat(refusal).isNotNull();
                assertThat(refusal.conflicts())
                        .containsExactly(new Conflict(
                                base.checkpoint(),
                                now.checkpoint(),
                                now.entries().subList((int) base.revision(), count)));
            }
        }

        private static TeamRecord foreign(TeamRecord now) {
            return longer(TeamRecord.empty(now.key()), (int) now.revision(), "of another history")
                    .asSaved();
        }
    }

    /** One record's part in a joint append: how many notes, none if it must only not move, and whether it is stale. */
    record Part(int notes, boolean stale) {}

    record Joint(int tenant, List<Part> parts) implements Command {
        @Override
        public void on(World world) {
            if (!(world.view(tenant) instanceof JointStore joint)) {
                return;
            }
            Model model = world.model(tenant);
            List<TeamRecord> longer = new ArrayList<>();
            List<TeamKey> behind = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                TeamKey key = World.key(i);
                int count = model.entries(key).size();
                boolean stale = parts.get(i).stale() && count > 0;
                TeamRecord base = stale ? model.first(key, count - 1) : model.record(key);
                longer.add(longer(base, parts.get(i).notes(), "joint"));
                if (stale) {
                    behind.add(key);
                }
            }
            if (behind.isEmpty()) {
                assertThat(joint.appendAll(longer)).isEqualTo(longer);
                model.add(longer);
                return;
            }
            StaleRecordException refusal =
                    catchThrowableOfType(StaleRecordException.class, () -> joint.appendAll(longer));
            assertThat(refusal).isNotNull();
            assertThat(refusal.conflicts()).hasSameSizeAs(behind);
            for (int i = 0; i < behind.size(); i++) {
                TeamRecord now = model.record(behind.get(i));
                Conflict conflict = refusal.conflicts().get(i);
                assertThat(conflict.actual()).isEqualTo(now.checkpoint());
                assertThat(conflict.between()).containsExactly(now.entries().get((int) now.revision() - 1));
            }
        }
    }

    /** Reads the table from a place on, wholly or only the beginning. */
    record Table(int tenant, int key, int after, boolean whole) implements Command {
        @Override
        public void on(World world) {
            List<Entry> all = world.model(tenant).entries(World.key(key));
            List<Entry> expected = all.subList(Math.min(after, all.size()), all.size());
            long limit = whole ? Long.MAX_VALUE : 1;
            try (Stream<Entry> read = world.view(tenant).table().read(World.key(key), after)) {
                assertThat(read.limit(limit).toList())
                        .containsExactlyElementsOf(
                                expected.stream().limit(limit).toList());
            }
        }
    }

    /** Content that can be made again; every fourth is larger than one part. */
    private static byte[] content(int number) {
        byte[] content = new byte[number % 4 == 3 ? 300_000 : number * 1_000];
        new Random(number).nextBytes(content);
        return content;
    }

    record Put(int tenant, int number) implements Command {
        @Override
        public void on(World world) {
            Model model = world.model(tenant);
            byte[] content = content(number);
            DatasetId id = DatasetId.ofBytes(content);
            if (world.view(tenant) instanceof DatasetStore store) {
                Model.Dataset before = model.datasets.get(id);
                if (before != null && before.purgedAt().isPresent()) {
                    assertThatThrownBy(() -> store.put(new ByteArrayInputStream(content)))
                            .isInstanceOf(StoreException.class);
                } else {
                    assertThat(store.put(new ByteArrayInputStream(content))).isEqualTo(id);
                    model.datasets.put(id, new Model.Dataset(content, Optional.empty()));
                }
            }
        }
    }

    record Purge(int tenant, int number, long micros) implements Command {
        @Override
        public void on(World world) {
            DatasetId id = DatasetId.ofBytes(content(number));
            Model.Dataset before = world.model(tenant).datasets.get(id);
            boolean there = before != null && before.purgedAt().isEmpty();
            Instant at = Instant.EPOCH.plusNanos(micros * 1_000);
            if (world.view(tenant) instanceof DatasetStore store) {
                assertThat(store.purge(id, at.plusNanos(999))).isEqualTo(there);
                if (there) {
                    world.model(tenant).datasets.put(id, new Model.Dataset(before.content(), Optional.of(at)));
                }
            }
        }
    }

    /** Lists, finds and opens all datasets, and one that may be unknown. */
    record Datasets(int tenant, int number) implements Command {
        @Override
        public void on(World world) {
            if (!(world.view(tenant) instanceof DatasetStore store)) {
                return;
            }
            Map<DatasetId, Model.Dataset> expected = world.model(tenant).datasets;
            assertThat(store.datasets().map(StoredDataset::id).toList()).containsExactlyElementsOf(expected.keySet());
            expected.forEach((id, dataset) -> {
                assertThat(store.find(id))
                        .contains(new StoredDataset(id, dataset.content().length, dataset.purgedAt()));
                if (dataset.purgedAt().isEmpty()) {
                    assertThat(read(store, id)).isEqualTo(dataset.content());
                } else {
                    assertThatThrownBy(() -> read(store, id)).isInstanceOf(StoreException.class);
                }
            });
            DatasetId other = DatasetId.ofBytes(content(number));
            if (!expected.containsKey(other)) {
                assertThat(store.find(other)).isEmpty();
                assertThatThrownBy(() -> read(store, other)).isInstanceOf(StoreException.class);
            }
        }

        private static byte[] read(DatasetStore store, DatasetId id) {
            try (InputStream content = store.open(id)) {
                return content.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static PersonId personId(int number) {
        return PersonId.of("p-" + number);
    }

    record Enter(int tenant, int person, String name) implements Command {
        @Override
        public void on(World world) {
            Model model = world.model(tenant);
            if (world.view(tenant) instanceof DirectoryStore directory) {
                Contact contact = Contact.of(personId(person), name).with("email", name + "@example.org");
                if (model.erased.containsKey(contact.person())) {
                    assertThatThrownBy(() -> directory.putContact(contact)).isInstanceOf(StoreException.class);
                } else {
                    directory.putContact(contact);
                    model.contacts.put(contact.person(), contact);
                }
            }
        }
    }

    record Erase(int tenant, int person, long micros) implements Command {
        @Override
        public void on(World world) {
            Model model = world.model(tenant);
            Instant at = Instant.EPOCH.plusNanos(micros * 1_000);
            if (world.view(tenant) instanceof DirectoryStore directory) {
                assertThat(directory.eraseContact(personId(person), at))
                        .isEqualTo(!model.erased.containsKey(personId(person)));
                model.erased.putIfAbsent(personId(person), at);
                model.contacts.remove(personId(person));
            }
        }
    }

    record Contacts(int tenant, int person) implements Command {
        @Override
        public void on(World world) {
            Model model = world.model(tenant);
            if (world.view(tenant) instanceof DirectoryStore directory) {
                assertThat(directory.contacts().toList()).containsExactlyElementsOf(model.contacts.keySet());
                assertThat(directory.erasedContacts().toList()).containsExactlyElementsOf(model.erased.keySet());
                assertThat(directory.findContact(personId(person)))
                        .isEqualTo(Optional.ofNullable(model.contacts.get(personId(person))));
                assertThat(directory.contactErasedAt(personId(person)))
                        .isEqualTo(Optional.ofNullable(model.erased.get(personId(person))));
            }
        }
    }

    /** Takes a snapshot, and looks whether those taken before still show what they showed. */
    record TakeSnapshot(int tenant) implements Command {
        @Override
        public void on(World world) {
            if (world.view(tenant) instanceof SnapshotStore store) {
                Model copy = new Model();
                copy.records.putAll(world.model(tenant).records);
                world.snapshots().put(store.snapshot(), copy);
            }
            world.snapshots().forEach((snapshot, copy) -> {
                assertThat(snapshot.keys().toList()).containsExactlyElementsOf(copy.records.keySet());
                for (int key = 0; key < World.KEYS; key++) {
                    assertThat(snapshot.load(World.key(key))).isEqualTo(copy.record(World.key(key)));
                }
            });
        }
    }

    record Changes(int tenant, int after, int limit) implements Command {
        @Override
        public void on(World world) {
            if (!(world.view(tenant) instanceof FeedStore feed)) {
                return;
            }
            List<Change> all = feed.changes(0, Integer.MAX_VALUE);
            int position = 0;
            for (Map<Checkpoint, Long> append : world.model(tenant).appends) {
                Map<Checkpoint, Long> told = new HashMap<>();
                for (int i = 0; i < append.size(); i++) {
                    assertThat(all).hasSizeGreaterThan(position);
                    Change change = all.get(position++);
                    assertThat(change.position()).isEqualTo(position);
                    told.put(change.to(), change.first());
                }
                assertThat(told).isEqualTo(append);
            }
            assertThat(all).hasSize(position);
            int from = Math.min(after, all.size());
            assertThat(feed.changes(after, limit)).isEqualTo(all.subList(from, Math.min(from + limit, all.size())));
        }
    }

    record Reopen() implements Command {
        @Override
        public void on(World world) {
            world.reopen();
        }
    }

    /** Lists the tenants, and removes one if so wished. */
    record Tenants(int tenant, boolean delete) implements Command {
        @Override
        public void on(World world) {
            if (!(world.store() instanceof AdministeredStore store)) {
                return;
            }
            for (int i = 0; i < World.TENANTS; i++) {
                Model model = world.model(i);
                boolean any = !model.records.isEmpty()
                        || !model.datasets.isEmpty()
                        || !model.contacts.isEmpty()
                        || !model.erased.isEmpty();
                assertThat(store.tenants().toList().contains(world.tenant(i))).isEqualTo(any);
                if (delete && i == tenant) {
                    assertThat(store.deleteTenant(world.tenant(i))).isEqualTo(any);
                    world.forget(i);
                    RecordStore view = world.view(i);
                    assertThat(view.keys().toList()).isEmpty();
                }
            }
        }
    }
}
