package tickertape.chat.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresChatRulesTest extends ChatRulesTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
