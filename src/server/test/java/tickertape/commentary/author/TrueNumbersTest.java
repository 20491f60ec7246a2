package tickertape.commentary.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tickertape.commentary.facts.Facts;
import tickertape.commentary.facts.SampleFacts;
import tickertape.wire.MarketPhase;

/// Every number that the built-in author writes is one of the facts, with its direction; read back from the text.
class TrueNumbersTest {

    private static final int SEEDS = 150;
    private static final List<MarketPhase> PHASES = List.of(MarketPhase.values());

    private static final List<String> QUESTIONS = List.of(
            "How is it doing?",
            "Why is it falling?",
            "Will it rise tomorrow?",
            "What about volume and the spread?",
            "Is it near its 52-week high? How was the week?",
            "And its sector, and the market?",
            "成交量和价差怎么样？",
            "为什么下跌？大盘呢？板块呢？");

    @ParameterizedTest
    @EnumSource
    void everyNumberIsSo(Language language) {
        var sentences = new TreeSet<String>();
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Facts facts : facts(seed)) {
                for (Occasion occasion : Occasion.values()) {
                    String text = text(assignment(occasion, language, facts, seed), seed);
                    new Numbers(facts, language).check(text);
                    checkForm(text, language);
                    sentences.add(new Numbers(facts, language).skeleton(text));
                }
            }
        }

        assertThat(sentences).as("not always the same").hasSizeGreaterThan(500);
    }

    private static List<Facts> facts(int seed) {
        MarketPhase phase = PHASES.get(seed % PHASES.size());
        var sample = new SampleFacts(seed, 1 + seed % 40, phase);
        return List.of(sample.market(), sample.about(0), sample.about(seed % 30), sample.about(400));
    }

    private static Assignment assignment(Occasion occasion, Language language, Facts facts, int seed) {
        return new Assignment(
                occasion,
                language,
                facts,
                occasion == Occasion.QUESTION ? Optional.of(QUESTIONS.get(seed % QUESTIONS.size())) : Optional.empty(),
                Optional.empty());
    }

    private static String text(Assignment assignment, int seed) {
        var text = new StringBuilder();
        try {
            new BuiltInAuthor(new Random(seed)).write(assignment, text::append);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.toString();
    }

    private static void checkForm(String text, Language language) {
        assertThat(text).isNotBlank().doesNotContain("null", "  ", "..", "。。", "Optional", "%s", "，，");
        if (language == Language.ZH) {
            assertThat(text.replaceAll("Stock of [A-Z]", ""))
                    .doesNotContain(". ", "; ")
                    .doesNotContainPattern("[a-z]{4,}")
                    .doesNotContain("，0只", "中，，");
        } else {
            assertThat(text).matches("(?s)[\\p{ASCII}€£¥]*");
        }
        Stream.of(text.split("\n\n"))
                .forEach(paragraph ->
                        assertThat(paragraph).matches("(?s).*[.:。：]").doesNotStartWith(" "));
    }

    /// Different words for the same facts.
    @ParameterizedTest
    @EnumSource
    void wordsVary(Language language) {
        Facts facts = new SampleFacts(4, 20, MarketPhase.OPEN).about(400);
        var texts = new TreeSet<String>();
        for (int seed = 0; seed < 50; seed++) {
            texts.add(text(assignment(Occasion.MOVE, language, facts, seed), seed));
        }

        assertThat(texts).hasSizeGreaterThan(20);
    }
}
