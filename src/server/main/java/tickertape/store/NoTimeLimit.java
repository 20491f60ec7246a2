package tickertape.store;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// Lets a migration take as long as it needs: an index on millions of rows is silent for minutes.
final class NoTimeLimit extends BaseCallback {

    private final Dialect dialect;

    NoTimeLimit(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            dialect.unlimit(context.getConnection());
        } catch (SQLException e) {
            throw new DatabaseException(SqlFailures.message(e), true, e);
        }
    }
}
