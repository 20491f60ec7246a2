package tickertape.trading;

import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tickertape.identity.RandomId;
import tickertape.trading.board.Board;
import tickertape.trading.board.PortfolioInfo;
import tickertape.trading.house.Door;
import tickertape.trading.order.OrderTerms;
import tickertape.trading.store.Outcome;
import tickertape.trading.store.Participant;
import tickertape.trading.store.TradingWorker;
import tickertape.web.ProblemException;

/// Lets the players of the house in by the door of all. What is refused, they try no more.
record HouseDoor(Trading trading, Board board, TradingWorker worker, SecureRandom random) implements Door {

    private static final long REFUSED = -1;

    @Override
    public CompletionStage<Long> place(String account, String name, OrderTerms terms) {
        try {
            return trading.place(new Participant(account, name), RandomId.of(random), terms)
                    .result()
                    .handle((outcome, _) -> outcome instanceof Outcome.Placed(var order, var _) && order.isOpen()
                            ? order.id()
                            : REFUSED);
        } catch (ProblemException refused) {
            return CompletableFuture.completedFuture(REFUSED);
        }
    }

    // A failure is no news: the order ends with its day.
    @Override
    public void cancel(String account, long order) {
        try {
            var _ = trading.cancel(account, order);
        } catch (ProblemException busy) {
            System.getLogger(HouseDoor.class.getName()).log(System.Logger.Level.DEBUG, "busy", busy);
        }
    }

    @Override
    public PortfolioInfo portfolio(String account) {
        return board.portfolio(account);
    }

    @Override
    public boolean isOpen() {
        return worker.isReady() && worker.isMatching() && trading.isOpen();
    }
}
