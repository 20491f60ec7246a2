package tickertape.chat.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresChatFloodTest extends ChatFloodTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
