package sample;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Settings of the memos: `memos.…`.
@Dependent
@ConfigProperties(prefix = "memos")
public class MemoSettings {

    /// How many memos are kept, for requests and for readers that come back.
    int kept = 200;

    /// Throws `IllegalArgumentException` if it makes no sense, which stops the start.
    int kept() {
        if (kept < 1) {
            throw new IllegalArgumentException("memos.kept must be at least 1, not %s".formatted(kept));
        }
        return kept;
    }
}
