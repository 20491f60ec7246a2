package tickertape.chat;

import java.time.Duration;
import java.util.Optional;
import tickertape.chat.text.MessageText;

/// The body of a request that takes somebody's voice away.
///
/// @param duration for how long, such as PT1H
/// @param reason that the author is told
public record NewMute(Duration duration, Optional<String> reason) {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int LONGEST_REASON = 200;

    public NewMute {
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the duration is longer than PT0S and up to %s, not %s".formatted(LONGEST, duration));
        }
        reason = reason.map(String::strip).filter(text -> !text.isEmpty());
        requireShort(reason);
        // It is shown as messages are, and stands in the audit log.
        reason = reason.map(text -> MessageText.of(text, LONGEST_REASON).text());
        requireShort(reason);
    }

    private static void requireShort(Optional<String> reason) {
        if (reason.stream()
                .anyMatch(text -> text.length() > LONGEST_REASON || text.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException(
                    "the reason has up to %s characters, and no control characters".formatted(LONGEST_REASON));
        }
    }
}
