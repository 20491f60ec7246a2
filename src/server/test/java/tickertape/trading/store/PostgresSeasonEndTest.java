package tickertape.trading.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresSeasonEndTest extends SeasonEndTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
