package tickertape.chat.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresChatTraceTest extends ChatTraceTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
