package tickertape.commentary.store;

import tickertape.store.Dialect;

/// The same in PostgreSQL.
class PostgresTextArchiveTest extends TextArchiveTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
