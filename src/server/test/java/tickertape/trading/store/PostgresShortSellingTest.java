package tickertape.trading.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresShortSellingTest extends ShortSellingTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
