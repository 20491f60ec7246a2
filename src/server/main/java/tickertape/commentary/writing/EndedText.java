package tickertape.commentary.writing;

import java.util.Optional;

/// A text that is to be kept.
///
/// @param owner who reads it; empty if everybody does
public record EndedText(Optional<String> owner, CommentaryText text) {

    /// Whether somebody may read it.
    ///
    /// @param account empty for nobody in particular
    public boolean isFor(Optional<String> account) {
        return owner.isEmpty() || owner.equals(account);
    }
}
