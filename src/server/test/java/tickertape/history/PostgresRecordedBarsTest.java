package tickertape.history;

import tickertape.store.Dialect;

/// A recording is played into PostgreSQL.
class PostgresRecordedBarsTest extends RecordedBarsTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
