package tickertape.history;

import tickertape.store.Dialect;

/// Which bars in PostgreSQL say that the server ended in them.
class PostgresRestartMarksTest extends RestartMarksTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
