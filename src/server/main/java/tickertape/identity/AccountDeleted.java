package tickertape.identity;

/// An event: an account goes, and whatever belongs to it goes before. If some of that fails, all comes once more.
public record AccountDeleted(String account) {}
