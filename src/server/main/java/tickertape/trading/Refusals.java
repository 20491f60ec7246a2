package tickertape.trading;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.WireName;
import tickertape.web.ClientErrorStatus;
import tickertape.web.ProblemException;

/// The problems that say why an order was refused.
final class Refusals {

    private Refusals() {}

    static ProblemException of(OrderReason reason) {
        return of(reason, reason.words());
    }

    static ProblemException of(OrderReason reason, String detail) {
        return new ProblemException(status(reason), detail, WireName.of(reason));
    }

    private static StatusType status(OrderReason reason) {
        return switch (reason) {
            case UNKNOWN_SYMBOL, OFF_GRID -> Status.BAD_REQUEST;
            case DELAYED -> Status.FORBIDDEN;
            case OTHER_CONTENT, CLOSED, HAS_ENDED, BUY_IN -> Status.CONFLICT;
            case BOOKS_IN_DOUBT -> Status.SERVICE_UNAVAILABLE;
            case NONE,
                    HALTED,
                    STALE,
                    NO_SIZE,
                    NOT_ENOUGH_CASH,
                    NOT_ENOUGH_SHARES,
                    OTHER_DIRECTION,
                    TOO_MANY_ORDERS,
                    USER_REQUEST,
                    END_OF_DAY,
                    END_OF_SEASON,
                    ACCOUNT_DELETED -> ClientErrorStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
