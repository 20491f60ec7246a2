package tickertape.identity;

/// An event: who has an account here has signed in elsewhere, and is called this from now on, perhaps as
/// before. Whoever keeps the name takes it over without making the caller wait.
public record AccountNamed(String account, String name) {}
