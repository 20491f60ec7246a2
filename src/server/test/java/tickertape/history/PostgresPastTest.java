package tickertape.history;

import tickertape.store.Dialect;

/// The made up past, with PostgreSQL.
class PostgresPastTest extends PastTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
