package tickertape.alerts.store;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresSharedAlertsTest extends SharedAlertsTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
