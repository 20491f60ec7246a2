package tickertape.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;

/// Rows that are objects, in the same database as all others. Safe for any thread.
///
/// For a few rows at a time: thousands are written faster by a [WriteQueue] or a [Database].
public final class EntityStore {

    private final EntityManagerFactory factory;
    private final Database database;

    EntityStore(EntityManagerFactory factory, Database database) {
        this.factory = factory;
        this.database = database;
    }

    /// Runs the work in a transaction of its own, and commits it unless it throws.
    ///
    /// Throws `DatabaseException` when that fails, at once while the database does not answer. What else the work
    /// throws passes through.
    public <T> T transaction(Function<EntityManager, T> work) {
        return database.guard(() -> {
            try {
                return factory.callInTransaction(work);
            } catch (PersistenceException e) {
                throw sqlException(e);
            }
        });
    }

    private static SQLException sqlException(PersistenceException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .orElseThrow(() -> failure);
    }
}
