package tickertape.commentary;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;

/// What is written about the market, and how much of it: the settings `commentary.*`.
@Dependent
@ConfigProperties(prefix = "commentary")
public class CommentarySettings {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 10_000;

    /// Whether anything is written at all.
    boolean enabled = true;

    /// After how long without a text the market as a whole gets one, while it is open: from a second to a day.
    Duration pace = Duration.ofMinutes(5);

    /// At how many percent the day's change of an instrument is worth a text, and at each multiple of that.
    BigDecimal move = BigDecimal.valueOf(3);

    /// How many occasions are written about at once for everybody, each in all languages; more wait, and the oldest of
    /// those is dropped when there are too many.
    int texts = 4;

    /// How many answers are written at once; who asks then is told to come later.
    int answers = 200;

    /// How many answers to one caller are written at once.
    @ConfigProperty(name = "answers-per-caller", defaultValue = "3")
    int answersPerCaller = 3;

    /// How many questions a caller may ask in a minute.
    int questions = 10;

    /// How many characters a question may have, as people count them.
    @ConfigProperty(name = "question-length", defaultValue = "300")
    int questionLength = 300;

    /// How many pieces of each text come in a second.
    int speed = 40;

    /// How long texts are kept in the database, from a day to ten years.
    Duration keep = Duration.ofDays(30);

    CommentarySettings checked() {
        between("pace", Duration.ofSeconds(1), pace, DAY);
        between("move", new BigDecimal("0.01"), move, BigDecimal.valueOf(100));
        between("texts", 1, texts, 10);
        between("answers", 1, answers, MOST);
        between("answers-per-caller", 1, answersPerCaller, 100);
        between("questions", 1, questions, MOST);
        between("question-length", 1, questionLength, 1000);
        between("speed", 1, speed, 100);
        between("keep", DAY, keep, DAY.multipliedBy(3650));
        return this;
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return enabled
                ? "every %s, %s pieces a second, %s answers at once, kept for %s".formatted(pace, speed, answers, keep)
                : "off";
    }

    private static <T extends Comparable<T>> void between(String name, T least, T value, T most) {
        SettingBounds.check("commentary." + name, least, value, most);
    }
}
