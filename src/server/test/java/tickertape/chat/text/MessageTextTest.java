package tickertape.chat.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people write in any script stays as it is; what hides, turns around or piles up goes.
class MessageTextTest {

    private static final int MOST = 500;

    private static String tamed(String sent) {
        return MessageText.of(sent, MOST).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "look at $AAPL, @Ben: <b>up</b> 3% & more",
                "看看 $AAPL，涨了！",
                "日本語のﾃｽﾄ、がんばって",
                "안녕하세요",
                "مرحبا بالعالم، كَتَبَ",
                "می\u200Cخواهم",
                "ه\u200D",
                "क्\u200Dष क्\u200Cष हिन्दी में",
                "ශ්\u200Dරී ලංකා",
                "สวัสดีที่นี่",
                "ภาษา\u200Bไทย",
                "Tiếng Việt, ḱṷ̃",
                "שָׁלוֹם\u200F!",
                "བསྒྲུབས",
                "\u1820\u180B\u1828\u180E\u1820",
                "葛\uDB40\uDD00城",
                "👩\u200D👩\u200D👧\u200D👦 👍🏽 ❤\uFE0F 🏳\uFE0F\u200D🌈 👩🏽\u200D💻",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "🇨🇳 1\uFE0F\u20E3 #\uFE0F\u20E3",
                "one\ntwo\n\nthree",
                "a    b"
            })
    void legitimateTextStaysAsItIs(String text) {
        assertThat(tamed(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\u202Eb\\u202Cc|abc",
                "\\u2066a\\u2069 \\u202Ab|a b",
                "pay\\u200Bpal\\uFEFF|paypal",
                "so\\u00ADft|soft",
                "a\\u200Db\\u200Cc|abc",
                "x\\uFE0F\\uFE0Fy|x\\uFE0Fy",
                "\\u200F\\u200F\\u200Fa|\\u200Fa",
                "a\\u0000\\u0007\\u001Bb|ab",
                "a\\u0430\\u0489|a\\u0430",
                "e\\u0301|\\u00E9",
                "\\u115F\\u3164\\uFFA0a\\u2800|a",
                "\\uE000a\\uFFFF\\uD800|a",
                "a\\u2028b\\u0085c\\r\\nd\\re|a\\nb\\nc\\nd\\ne",
                "a \\n\\n\\n\\n\\n b|a\\n\\n b",
                "\\u0020a\\u3000\\u0020|a",
                "\\uDB40\\uDC41\\uDB40\\uDC42a|a",
                "a\\uDB40\\uDD00b|ab"
            })
    void whatHidesOrTurnsAroundGoes(String sent, String kept) {
        assertThat(tamed(escaped(sent))).isEqualTo(escaped(kept));
    }

    private static String escaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.startsWith("\\n", i)) {
                plain.append('\n');
                i++;
            } else if (text.startsWith("\\r", i)) {
                plain.append('\r');
                i++;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    @Test
    void marksDoNotPileUp() {
        assertThat(tamed("z" + "\u0336\u0321\u0489\u0300".repeat(50) + "!")).isEqualTo("z\u0336\u0321!");
        assertThat(tamed("\u0300\u0301a")).isEqualTo("a");
        assertThat(tamed("ก" + "\u0E49".repeat(40)).codePoints().count()).isEqualTo(6);
    }

    @Test
    void chainOfEmojiEnds() {
        String tamed = tamed("👩\u200D".repeat(100) + "👩");

        assertThat(tamed.split("👩(?!\u200D)"))
                .allSatisfy(chain -> assertThat(chain.length()).isLessThan(30));
        assertThat(MessageText.of(tamed, MOST).length()).isGreaterThan(10);
    }

    @Test
    void charactersCountAsPeopleCountThem() {
        assertThat(MessageText.of("👩\u200D👩\u200D👧\u200D👦🇨🇳é" + "हिन्दी", MOST)
                        .length())
                .isBetween(5, 6);
        assertThat(MessageText.of("👍🏽".repeat(MOST), MOST).length()).isEqualTo(MOST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessageText.of("👍🏽".repeat(MOST + 1), MOST))
                .withMessage("the message has 501 characters; the limit is 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\u200B\u200D", "\u200F", "\u3000\u00A0", "\u0301", "\u2800\u3164"})
    void whatNobodySeesIsEmpty(String sent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tamed(sent))
                .withMessageStartingWith("the message is empty");
    }

    @Test
    void bookIsRefusedBeforeItIsRead() {
        assertThatIllegalArgumentException().isThrownBy(() -> tamed("a".repeat(1_000_000)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tamed("a\n".repeat(200)))
                .withMessageContaining("lines");
    }

    /// What makes one character by Unicode's rules, in any number, and fills a line each.
    @ParameterizedTest
    @ValueSource(strings = {"\u1100", "\u0600", "\uD83C\uDFFD"})
    void characterThatNeverEndsCountsAsMany(String part) {
        int many = MessageText.LONGEST / part.length();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tamed("\u0915" + part.repeat(many - 1)))
                .withMessageContaining("the limit is 500");
    }

    @Test
    void vowelSignsThatStandBesideOneAnotherEnd() {
        assertThat(tamed("\u0915" + "\u093E".repeat(5_000)).codePoints().count())
                .isEqualTo(31);
    }

    @Test
    void nameOfAFlagEnds() {
        String flag = "🏴" + "\uDB40\uDC67".repeat(100);

        assertThat(tamed(flag).codePoints().count()).isEqualTo(8);
    }

    @Test
    void marksBehindTheThirtiethAreNotEvenPutInOrder() {
        // To put them in order takes the square of their number: seconds, for what a request can hold.
        String marks = "a" + "\u0301".repeat(15_900) + "\u0316".repeat(15_900);

        assertThat(tamed(marks)).isEqualTo("\u00E1\u0301\u0301");
    }

    @Test
    @Timeout(120)
    void manySpacesCostLittle() {
        // Two seconds each, if every one of them is taken for a beginning.
        String spaces = "a" + " ".repeat(4 * MessageText.LONGEST - 2) + "b";

        for (int i = 0; i < 200; i++) {
            assertThatIllegalArgumentException().isThrownBy(() -> tamed(spaces));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Ann, Ann",
        "'Z\u0336\u0335\u0334\u0333', 'Z\u0336\u0335'",
        "'\u202Ennn', nnn",
        "\u3164, jwt:1",
        "'', jwt:1"
    })
    void nameFromElsewhereIsTamed(String name, String shown) {
        assertThat(AuthorName.of(name, "jwt:1")).isEqualTo(shown);
        assertThat(AuthorName.of("W".repeat(100), "jwt:1")).hasSize(48);
    }

    @Test
    void tamingTwiceChangesNothing() {
        String once = tamed("a\u202E\u0301\u200D b\u0336\u0336\u0336\u0336 👩\u200D👧\n\n\n\nc");

        assertThat(tamed(once)).isEqualTo(once);
    }
}
