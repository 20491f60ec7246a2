package tickertape.chat.store;

import org.jspecify.annotations.Nullable;

/// Who has written a message, as everybody sees it.
///
/// @param id the same in every room; it tells nothing of the account
/// @param name null if the account is gone
public record Author(String id, @Nullable String name) {}
