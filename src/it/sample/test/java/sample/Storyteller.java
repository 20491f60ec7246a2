package sample;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.SplittableRandom;
import tickertape.commentary.author.Assignment;
import tickertape.commentary.author.Author;
import tickertape.commentary.author.Sheet;

/// An author of long texts about nothing, in many scripts: each ends with a number that its characters add up to.
@Alternative
@Priority(1)
@ApplicationScoped
public class Storyteller implements Author {

    private static final String[] WORDS = {
        "up ",
        "下跌",
        "收于",
        "😀 ",
        "👨‍👩‍👧 ",
        "e\u0301t\u00E9 ",
        "🇫🇷",
        "the ",
        "tape ",
        "，",
        "。\n\n",
        "- 苹果 ",
        "**AAPL** ",
        "\uD834\uDD1E "
    };
    private static final int LENGTH = 9_900;

    @Override
    public String name() {
        return "storyteller";
    }

    @Override
    public void write(Assignment assignment, Sheet sheet) throws InterruptedException {
        var random = new SplittableRandom(
                assignment.facts().time().getNano() + assignment.language().ordinal());
        var text = new StringBuilder();
        while (text.length() < LENGTH) {
            String word = WORDS[random.nextInt(WORDS.length)];
            text.append(word);
            sheet.add(word);
        }
        sheet.add("#" + text.toString().hashCode());
    }
}
