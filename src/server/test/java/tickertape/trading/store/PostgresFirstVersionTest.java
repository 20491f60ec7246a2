package tickertape.trading.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresFirstVersionTest extends FirstVersionTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
