package org.iltlib.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iltlib.base.PersonId;
import org.iltlib.base.TenantId;
import org.iltlib.people.Contact;
import org.iltlib.record.TeamRecord;
import org.iltlib.store.AdministeredStore;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.FeedStore;
import org.iltlib.store.RecordStore;
import org.iltlib.store.Store;
import org.iltlib.store.memory.MemoryStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Directories and administrations with one fault each, and the check that names the fault. */
class BrokenDirectoriesTest {
    /** A sound store, but for what a test overrides. */
    private static class Sound implements AdministeredStore {
        final MemoryStore heap = new MemoryStore();
        final Map<TenantId, Map<PersonId, Contact>> kept = new ConcurrentHashMap<>();

        Map<PersonId, Contact> kept(TenantId tenant) {
            return kept.computeIfAbsent(tenant, id -> new ConcurrentHashMap<>());
        }

        /** What to answer instead of the heap store; empty for what it says. */
        @SuppressWarnings("UnusedVariable")
        Optional<Object> instead(TenantId tenant, String method, DirectoryStore view, Object[] arguments) {
            return Optional.empty();
        }

        @Override
        public RecordStore forTenant(TenantId tenant) {
            DirectoryStore view = DirectoryStore.of(heap.forTenant(tenant));
            return (RecordStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {DirectoryStore.class, DatasetStore.class, FeedStore.class},
                    (proxy, method, given) -> {
                        Object[] arguments = given == null ? new Object[0] : given;
                        Optional<Object> other = instead(tenant, method.getName(), view, arguments);
                        if (other.isPresent()) {
                            return method.getReturnType() == void.class ? null : other.get();
                        }
                        try {
                            return method.invoke(view, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Stream<TenantId> tenants() {
            return heap.tenants();
        }

        @Override
        public boolean deleteTenant(TenantId tenant) {
            return heap.deleteTenant(tenant);
        }

        @Override
        public void close() {
            heap.close();
        }
    }

    private static DynamicTest caught(String fault, String check, Supplier<Store> broken) {
        return dynamicTest(fault, () -> {
            List<String> failed = new ArrayList<>();
            StoreContract.checks().filter(one -> one.name().equals(check)).forEach(one -> {
                try {
                    one.verify(StoreUnderTest.of(broken, broken));
                } catch (AssertionError e) {
                    failed.add(one.name());
                }
            });
            assertThat(failed).containsExactly(check);
        });
    }

    @TestFactory
    Stream<DynamicTest> theSoundOnePasses() {
        return StoreContract.checks(java.util.Set.of(Section.DIRECTORY, Section.ADMINISTRATION))
                .map(check -> dynamicTest(check.name(), () -> check.verify(StoreUnderTest.of(Sound::new, Sound::new))));
    }

    @TestFactory
    Stream<DynamicTest> eachFaultOfADirectoryIsCaughtByTheCheckThatNamesIt() {
        return Stream.of(
                caught(
                        "marks as erased, finds all the same",
                        "an erased contact is gone, and the time of the erasure stays",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                if (method.equals("putContact")) {
                                    kept(t).put(((Contact) given[0]).person(), (Contact) given[0]);
                                }
                                return method.equals("findContact")
                                        ? Optional.of(Optional.ofNullable(kept(t).get((PersonId) given[0])))
                                        : Optional.empty();
                            }
                        }),
                caught("an erased person comes back", "an erased person does not come back", () -> new Sound() {
                    @Override
                    Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                        boolean back = method.equals("putContact")
                                && view.contactErasedAt(((Contact) given[0]).person())
                                        .isPresent();
                        return back ? Optional.of(true) : Optional.empty();
                    }
                }),
                caught(
                        "nothing to erase, nothing noted",
                        "a person without a contact can be erased beforehand",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                boolean nobody = method.equals("eraseContact")
                                        && view.findContact((PersonId) given[0]).isEmpty();
                                return nobody ? Optional.of(false) : Optional.empty();
                            }
                        }),
                caught("erases again and again", "erasing twice changes nothing", () -> new Sound() {
                    @Override
                    Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                        if (!method.equals("eraseContact")) {
                            return Optional.empty();
                        }
                        view.eraseContact((PersonId) given[0], (Instant) given[1]);
                        return Optional.of(true);
                    }
                }),
                caught(
                        "keeps the first contact",
                        "a contact takes the place of the one before, details too",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                boolean there = method.equals("putContact")
                                        && view.findContact(((Contact) given[0]).person())
                                                .isPresent();
                                return there ? Optional.of(true) : Optional.empty();
                            }
                        }),
                caught("ids without case", "person ids are exact", () -> new Sound() {
                    @Override
                    Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                        if (!method.equals("findContact")) {
                            return Optional.empty();
                        }
                        String id = ((PersonId) given[0]).value();
                        return Optional.of(view.contacts()
                                .filter(person -> person.value().equalsIgnoreCase(id))
                                .findFirst()
                                .flatMap(view::findContact));
                    }
                }),
                caught("three-byte UTF-8", "contacts come back with any text", () -> new Sound() {
                    @Override
                    Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                        if (!method.equals("putContact")) {
                            return Optional.empty();
                        }
                        Contact contact = (Contact) given[0];
                        String cut = contact.name().replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
                        view.putContact(new Contact(contact.person(), cut, contact.details()));
                        return Optional.of(true);
                    }
                }),
                caught(
                        "persons in the order of entering",
                        "persons come each once and in order, erased ones apart",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                return method.equals("contacts")
                                        ? Optional.of(view.contacts().sorted(java.util.Comparator.reverseOrder()))
                                        : Optional.empty();
                            }
                        }),
                caught(
                        "one directory for all tenants",
                        "a tenant neither sees nor changes another's contacts",
                        () -> new Sound() {
                            @Override
                            public RecordStore forTenant(TenantId tenant) {
                                return super.forTenant(Samples.NORTH);
                            }
                        }),
                caught(
                        "erases the id in every tenant",
                        "erasing a person of one tenant leaves the same id of another",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                if (method.equals("eraseContact")) {
                                    tenants()
                                            .toList()
                                            .forEach(tenant -> DirectoryStore.of(heap.forTenant(tenant))
                                                    .eraseContact((PersonId) given[0], (Instant) given[1]));
                                    return Optional.of(view.eraseContact((PersonId) given[0], (Instant) given[1])
                                            || !t.equals(Samples.NORTH));
                                }
                                return Optional.empty();
                            }
                        }),
                caught(
                        "drops what the person recorded",
                        "erasing a person leaves every record as it was",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                boolean erased = method.equals("load")
                                        && view.erasedContacts().findAny().isPresent();
                                return erased ? Optional.of(TeamRecord.empty(Samples.KEY)) : Optional.empty();
                            }
                        }),
                caught(
                        "whoever puts last wins",
                        "a person erased while contacts are put stays erased",
                        () -> new Sound() {
                            @Override
                            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                                if (method.equals("putContact")) {
                                    kept(t).put(((Contact) given[0]).person(), (Contact) given[0]);
                                    return Optional.of(true);
                                }
                                return method.equals("findContact")
                                        ? Optional.of(Optional.ofNullable(kept(t).get((PersonId) given[0])))
                                        : Optional.empty();
                            }
                        }),
                caught("erases everybody", "erasing a person leaves every other contact", () -> new Sound() {
                    @Override
                    Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                        if (method.equals("eraseContact")) {
                            view.contacts().toList().forEach(person -> view.eraseContact(person, (Instant) given[1]));
                            return Optional.of(true);
                        }
                        return Optional.empty();
                    }
                }),
                caught("forgets contacts", "contacts and erasures are there after closing and opening", Sound::new));
    }

    /** Removes what the switches say. */
    private static Sound removing(boolean records, boolean datasets, boolean directory, TenantId... others) {
        return new Sound() {
            private final List<TenantId> gone = new ArrayList<>();

            @Override
            public boolean deleteTenant(TenantId tenant) {
                boolean any = tenants().toList().contains(tenant);
                gone.add(tenant);
                if (records && datasets && directory) {
                    List.of(others).forEach(heap::deleteTenant);
                    heap.deleteTenant(tenant);
                }
                return any;
            }

            @Override
            public Stream<TenantId> tenants() {
                return heap.tenants().filter(tenant -> !gone.contains(tenant));
            }

            @Override
            Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                if (!gone.contains(t) || (records && datasets && directory)) {
                    return Optional.empty();
                }
                return switch (method) {
                    case "keys" -> records ? Optional.of(Stream.empty()) : Optional.empty();
                    case "datasets" -> datasets ? Optional.of(Stream.empty()) : Optional.empty();
                    case "contacts" -> directory ? Optional.of(Stream.empty()) : Optional.empty();
                    default -> Optional.empty();
                };
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> eachFaultOfAnAdministrationIsCaughtByTheCheckThatNamesIt() {
        return Stream.of(
                caught(
                        "leaves the records",
                        "removing a tenant removes all its records",
                        () -> removing(false, true, true)),
                caught(
                        "leaves the datasets",
                        "removing a tenant removes its datasets, purged ones too",
                        () -> removing(true, false, true)),
                caught(
                        "leaves the directory",
                        "removing a tenant removes its directory, erasures too",
                        () -> removing(true, true, false)),
                caught(
                        "hides a tenant and keeps it",
                        "a removed tenant can begin anew",
                        () -> removing(false, false, false)),
                caught("leaves the feed", "removing a tenant removes its feed, told and untold", () -> new Sound() {
                    private List<?> told = List.of();

                    @Override
                    public boolean deleteTenant(TenantId tenant) {
                        told = heap.forTenant(tenant) instanceof FeedStore feed ? feed.changes(0, 100) : List.of();
                        return super.deleteTenant(tenant);
                    }

                    @Override
                    Optional<Object> instead(TenantId t, String method, DirectoryStore view, Object[] given) {
                        return method.equals("changes") && !told.isEmpty() ? Optional.of(told) : Optional.empty();
                    }
                }),
                caught(
                        "removes another too",
                        "removing a tenant leaves all of another",
                        () -> removing(true, true, true, Samples.SOUTH)),
                caught(
                        "says that it removed an unknown tenant",
                        "removing an unknown tenant changes nothing and says so",
                        () -> new Sound() {
                            @Override
                            public boolean deleteTenant(TenantId tenant) {
                                super.deleteTenant(tenant);
                                return true;
                            }
                        }),
                caught(
                        "tenants without case",
                        "removing an unknown tenant changes nothing and says so",
                        () -> new Sound() {
                            @Override
                            public boolean deleteTenant(TenantId tenant) {
                                return tenants()
                                        .filter(one -> one.value().equalsIgnoreCase(tenant.value()))
                                        .findFirst()
                                        .map(super::deleteTenant)
                                        .orElse(false);
                            }
                        }),
                caught("unordered tenants", "tenants come each once and in order", () -> new Sound() {
                    @Override
                    public Stream<TenantId> tenants() {
                        return super.tenants().sorted(java.util.Comparator.reverseOrder());
                    }
                }),
                caught("lists who only looked", "a tenant that was only looked at is none", () -> new Sound() {
                    private final List<TenantId> seen = new ArrayList<>();

                    @Override
                    public RecordStore forTenant(TenantId tenant) {
                        seen.add(tenant);
                        return super.forTenant(tenant);
                    }

                    @Override
                    public Stream<TenantId> tenants() {
                        return seen.stream().distinct().sorted();
                    }
                }),
                caught("counts records only", "a tenant with a contact or a dataset only is one", () -> new Sound() {
                    @Override
                    public Stream<TenantId> tenants() {
                        return super.tenants()
                                .filter(tenant ->
                                        heap.forTenant(tenant).keys().findAny().isPresent());
                    }
                }));
    }
}
