package tickertape.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Finds accounts by what people call them, and what they are called.
public interface AccountDirectory {

    /// An account.
    ///
    /// @param name as people see it
    record Entry(String id, String name) {}

    /// Those of these names that belong to an account, or look like one that does; whatever is no name is left out.
    /// Throws `DatabaseException` while the database is away.
    Map<String, Entry> find(Collection<String> names);

    /// What an account is called now; empty if there is none of this id here. Throws as [#find] does.
    Optional<String> name(String id);
}
