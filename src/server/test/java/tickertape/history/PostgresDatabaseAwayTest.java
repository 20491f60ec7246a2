package tickertape.history;

import tickertape.store.Dialect;

/// The same with PostgreSQL.
class PostgresDatabaseAwayTest extends DatabaseAwayTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
