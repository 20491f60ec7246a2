package tickertape.alerts.webhook;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresDeliveriesTest extends DeliveriesTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
