package tickertape.history;

import tickertape.store.Dialect;

/// A database that is away, with PostgreSQL.
class PostgresPausedBarsTest extends PausedBarsTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
