package tickertape.chat;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.start.SettingBounds;

/// Whether people may talk, and how much: the settings `chat.*`.
@Dependent
@ConfigProperties(prefix = "chat")
public class ChatSettings {

    private static final Duration DAY = Duration.ofDays(1);

    /// Whether there is a chat at all.
    boolean enabled = true;

    /// How long messages are kept in the database, from a day to ten years.
    Duration keep = Duration.ofDays(90);

    /// How many characters a message may have, as people count them, from 1 to 2,000.
    int length = 500;

    /// How many messages somebody may send in ten seconds, from 1 to 1,000.
    int rate = 5;

    /// How long after it was sent a message can be changed, from a second to a day.
    Duration edit = Duration.ofMinutes(5);

    ChatSettings checked() {
        SettingBounds.check("chat.keep", DAY, keep, DAY.multipliedBy(3650));
        SettingBounds.check("chat.length", 1, length, 2000);
        SettingBounds.check("chat.rate", 1, rate, 1000);
        SettingBounds.check("chat.edit", Duration.ofSeconds(1), edit, DAY);
        return this;
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return enabled ? "%s messages in ten seconds, %s characters, kept for %s".formatted(rate, length, keep) : "off";
    }
}
