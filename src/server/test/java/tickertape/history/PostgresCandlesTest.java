package tickertape.history;

import tickertape.store.Dialect;

/// Pages of bars, with PostgreSQL: its SQL is another.
class PostgresCandlesTest extends CandlesTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
