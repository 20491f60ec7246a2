package tickertape.trading.house;

import java.util.concurrent.CompletionStage;
import tickertape.trading.board.PortfolioInfo;
import tickertape.trading.order.OrderTerms;

/// How a player of the house trades: as people do.
public interface Door {

    /// Hands in an order.
    ///
    /// @return its number; below zero if it was refused
    CompletionStage<Long> place(String account, String name, OrderTerms terms);

    void cancel(String account, long order);

    PortfolioInfo portfolio(String account);

    /// Whether this server trades now, and does not leave that to another one.
    boolean isOpen();
}
