package tickertape.alerts.webhook;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresDurabilityTest extends DurabilityTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
