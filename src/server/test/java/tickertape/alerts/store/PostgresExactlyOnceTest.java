package tickertape.alerts.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresExactlyOnceTest extends ExactlyOnceTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
