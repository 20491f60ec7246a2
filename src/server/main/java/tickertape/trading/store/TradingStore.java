package tickertape.trading.store;

import java.util.List;
import java.util.Optional;
import tickertape.store.Database;
import tickertape.trading.ledger.Fill;
import tickertape.trading.order.Order;

/// The orders and fills in the database, for requests. Safe for any thread; all of it throws `DatabaseException` while
/// the database is away.
public record TradingStore(Database database) {

    public List<Order> orders(OrderQuery query) {
        return database.query(connection -> OrderTable.page(connection, query));
    }

    public Optional<Order> order(String account, long id) {
        return database.query(connection -> OrderTable.find(connection, account, id));
    }

    /// The fills of an account, the newest first.
    ///
    /// @param before only those with lower numbers
    public List<Fill> fills(String account, long before, int limit) {
        return database.query(connection -> FillTable.page(connection, account, before, limit));
    }
}
