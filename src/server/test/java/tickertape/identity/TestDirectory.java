package tickertape.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Accounts by their names, for tests; each looks like itself only.
///
/// @param accounts asked each time
public record TestDirectory(Supplier<Map<String, Entry>> accounts) implements AccountDirectory {

    public static TestDirectory of(Map<String, Entry> accounts) {
        return new TestDirectory(() -> accounts);
    }

    public static TestDirectory of(Supplier<Map<String, Entry>> accounts) {
        return new TestDirectory(accounts);
    }

    @Override
    public Map<String, Entry> find(Collection<String> names) {
        return accounts.get().entrySet().stream()
                .filter(known -> names.contains(known.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<String> name(String id) {
        return accounts.get().values().stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::name)
                .findFirst();
    }
}
