package tickertape.history;

import tickertape.store.Dialect;

/// Bars of a feed without trades, with PostgreSQL.
class PostgresQuoteBarsTest extends QuoteBarsTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
