package tickertape.history;

import tickertape.store.Dialect;

/// Bars from the tick to the answer, with PostgreSQL.
class PostgresHistoryTest extends HistoryTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
