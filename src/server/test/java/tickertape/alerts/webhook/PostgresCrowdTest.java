package tickertape.alerts.webhook;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresCrowdTest extends CrowdTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
