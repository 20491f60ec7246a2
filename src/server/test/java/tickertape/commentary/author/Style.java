package tickertape.commentary.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// What an editor would strike, whatever the facts are.
final class Style {

    private static final Map<Language, List<String>> STRUCK = Map.of(
            Language.EN,
            List.of(
                    "(?<![\\d.,])1 (?:shares|units|securities|prices|members)\\b",
                    "\\ba (?:8|11|18|8\\d|1[18],\\d+)\\b",
                    "\\b0[.]00%",
                    "(?<![\\d.,])0 (?:of|shares?|units?|million|is|are|higher|lower|unchanged)\\b",
                    "[.]\\d?0 (?:million|billion)",
                    "\\d,\\d{3}(?:[.]\\d+)? million",
                    "[.]\\d{3,} (?:shares|million|billion)",
                    "\\b(\\w+) \\1\\b",
                    // The same price twice in one sentence or the next: a record that is the price of now.
                    "52-week (?:high|low) of ([$0-9.,]*[0-9]);[^;]*now at \\1,",
                    " [,.;:]",
                    "[,.;:]{2}",
                    "(?:[.]|^|\n) ?[a-z](?!\\w*[.])",
                    "(?:up|down|flat|higher|lower) (?:up|down|flat|higher|lower)\\b",
                    "\\b(?:Financials|Funds|Utilities|Materials|Industrials) (?:does|holds)"),
            Language.ZH,
            List.of(
                    "(?<!\\d)0只",
                    "(?<![\\d.])0(?:股|份|个单位)",
                    "(?<!\\d)0[.]00%",
                    "[.]\\d?0[万亿]",
                    "\\d{2},\\d{3}(?:[.]\\d+)?万",
                    "[.]\\d{3,}(?:股|份|万|亿)",
                    // A number of which nobody says what it counts.
                    "(?:成交|成交量为)[0-9][0-9.,]*[万亿]?(?![0-9.,万亿股份个])",
                    "[0-9](?=证券|交易日)",
                    "[;:!?]|,(?!\\d{3})|[.](?!\\w)",
                    "[，。；：、]{2}",
                    " (?![A-Z0-9&])",
                    "(上涨|下跌|持平|涨幅|跌幅|平均|板块)\\1",
                    "较前收盘价(?:持平|基本)"));

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.:])[ \n]+|(?<=[。：])\n*");

    private Style() {}

    /// @param bare the text without names, which are as they are
    static void check(String bare, Language language) {
        for (String struck : Objects.requireNonNull(STRUCK.get(language))) {
            assertThat(bare).doesNotContainPattern(struck);
        }
        List<String> sentences = List.of(SENTENCE.split(bare));
        assertThat(sentences).doesNotHaveDuplicates();
        for (int next = 1; next < sentences.size(); next++) {
            assertThat(opening(sentences.get(next), language))
                    .as(bare)
                    .isNotEqualTo(opening(sentences.get(next - 1), language));
        }
    }

    // Two words of English, or three characters of Chinese.
    private static String opening(String sentence, Language language) {
        if (language == Language.ZH) {
            return sentence.substring(0, Math.min(3, sentence.length()));
        }
        String[] words = sentence.split(" ", 3);
        return words[0] + " " + (words.length > 1 ? words[1] : "");
    }
}
