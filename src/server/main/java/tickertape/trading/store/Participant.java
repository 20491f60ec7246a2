package tickertape.trading.store;

/// Who hands in an order: a player, perhaps from now on.
public record Participant(String account, String name) {}
