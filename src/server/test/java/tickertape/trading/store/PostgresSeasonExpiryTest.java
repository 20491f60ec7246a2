package tickertape.trading.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresSeasonExpiryTest extends SeasonExpiryTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
