package tickertape.chat.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresChatStoreTest extends ChatStoreTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
