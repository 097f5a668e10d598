package org.iltlib.custody;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.iltlib.store.DatasetStore;
import org.iltlib.store.DirectoryStore;
import org.iltlib.store.RecordStore;

/** A view of a sound store that asks before and after each call whether to go on. */
final class Faulty {
    private Faulty() {}

    static RecordStore of(RecordStore sound, Consumer<String> before) {
        return of(sound, before, method -> {});
    }

    static RecordStore of(RecordStore sound, Consumer<String> before, Consumer<String> after) {
        return (RecordStore) Proxy.newProxyInstance(
                Faulty.class.getClassLoader(),
                new Class<?>[] {DirectoryStore.class, DatasetStore.class},
                (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        Object result = method.invoke(sound, arguments);
                        after.accept(method.getName());
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
