package tickertape.history;

import tickertape.store.Dialect;

/// Bars for who sees prices late, with PostgreSQL.
class PostgresDelayedBarsTest extends DelayedBarsTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
