package tickertape.history;

import tickertape.store.Dialect;

/// The same on PostgreSQL.
class PostgresFeedSilenceTest extends FeedSilenceTest {

    @Override
    Dialect dialect() {
        return Dialect.POSTGRESQL;
    }
}
