package tickertape.trading.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresAuditorTest extends AuditorTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
