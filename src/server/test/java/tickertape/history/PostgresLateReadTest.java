package tickertape.history;

import tickertape.store.Dialect;

/// The same with PostgreSQL, where a statement waits ten seconds for a lock.
class PostgresLateReadTest extends LateReadTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
