package tickertape.identity;

import java.util.Collection;
import java.util.Map;

/// Finds accounts by what people call them.
@FunctionalInterface
public interface AccountDirectory {

    /// An account.
    ///
    /// @param name as people see it
    record Entry(String id, String name) {}

    /// Those of these names that belong to an account, or look like one that does; whatever is no name is left out.
    /// Throws `DatabaseException` while the database is away.
    Map<String, Entry> find(Collection<String> names);
}
