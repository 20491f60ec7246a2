package tickertape.trading.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresBooksTest extends BooksTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
