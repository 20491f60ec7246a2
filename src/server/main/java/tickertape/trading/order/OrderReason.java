package tickertape.trading.order;

/// Why an order waits, has ended, or was refused: a word for programs, and one for people.
public enum OrderReason {
    NONE(""),
    HALTED("trading in it is halted"),
    CLOSED("the market is closed"),
    STALE("its quotes are stale"),
    NO_SIZE("nothing more is shown at this price"),
    NOT_ENOUGH_CASH("there is not enough cash"),
    NOT_ENOUGH_SHARES("there are not enough shares"),
    OTHER_DIRECTION("a position, or an open order in it, goes the other way: close or cancel that first"),
    TOO_MANY_ORDERS("there are too many open orders"),
    UNKNOWN_SYMBOL("there is no such instrument"),
    OFF_GRID("the price is no multiple of the tick size"),
    OTHER_CONTENT("the clOrdId was used for another order"),
    USER_REQUEST("its owner has canceled it"),
    BUY_IN("the house buys back what was sold short, because its price has risen"),
    END_OF_DAY("the day is over"),
    END_OF_SEASON("the season is over"),
    ACCOUNT_DELETED("its account is gone"),
    HAS_ENDED("it has ended already"),
    DELAYED("you see prices late"),
    BOOKS_IN_DOUBT("the books do not balance, so nobody trades until an operator has looked at them");

    private final String words;

    OrderReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
