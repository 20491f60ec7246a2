package tickertape.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Entities in a list, for tests without a server: they are found by their type, all of it or, with a condition, none.
public final class TestEntities {

    private final List<Object> rows = new ArrayList<>();
    private final EntityManager manager = fake(
            EntityManager.class,
            Map.of(
                    "persist", arguments -> rows.add(arguments[0]),
                    "merge", arguments -> rows.add(arguments[0]) ? arguments[0] : null,
                    "remove", arguments -> rows.remove(arguments[0]),
                    "find", _ -> null,
                    "createQuery", arguments -> query((String) arguments[0], (Class<?>) arguments[1])));
    private final EntityStore store;
    private Runnable meanwhile = () -> {};

    public TestEntities(Database database) {
        store = new EntityStore(
                fake(EntityManagerFactory.class, Map.of("callInTransaction", arguments -> transaction(arguments[0]))),
                database);
    }

    public EntityStore store() {
        return store;
    }

    /// What happens in each transaction.
    public TestEntities meanwhile(Runnable what) {
        meanwhile = what;
        return this;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object transaction(Object work) {
        meanwhile.run();
        return ((Function<EntityManager, Object>) work).apply(manager);
    }

    private TypedQuery<?> query(String text, Class<?> type) {
        List<Object> found = text.contains("WHERE")
                ? List.of()
                : rows.stream().filter(type::isInstance).toList();
        return fake(TypedQuery.class, Map.of("setParameter", _ -> query(text, type), "getResultList", _ -> found));
    }

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], @Nullable Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                TestEntities.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> methods.getOrDefault(method.getName(), _ -> {
                            throw new IllegalStateException("nobody calls " + method.getName());
                        })
                        .apply(arguments)));
    }
}
