package tickertape.identity;

/// An event: an account is gone, and whatever belongs to it goes as well.
public record AccountDeleted(String account) {}
