package tickertape.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever is named in a text is found in every script, however many are named who are nobody.
class MentionFinderTest {

    private static final List<String> PEOPLE = List.of("Ann", "Ann B", "王小明", "田中", "สมชาย", "Ann2", "山田 Ken");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nobody", textBlock = """
            @Ann, look                   | Ann
            (＠Ann B)                    | Ann B
            @Ann and @Ann B.             | Ann Ann B
            @Annabel                     | nobody
            a@Ann                        | nobody
            1@Ann                        | nobody
            a/@Ann                       | nobody
            é@Ann                        | nobody
            你好@王小明                  | 王小明
            你好@王小明，早上好          | 王小明
            @王小明5点见                 | 王小明
            @王小明说                    | nobody
            @Ann你好                     | Ann
            你好@Ann你好                 | Ann
            @Ann2你好                    | Ann2
            @Ann B你好                   | Ann B
            @Ann 你好                    | Ann
            @山田 Kenさん                | 山田 Ken
            データー@田中 さん           | 田中
            ｶﾅ@田中                      | 田中
            สวัสดี@สมชาย ครับ            | สมชาย
            สวัสดี@Annครับ               | Ann
            한국어@Ann                   | nobody
            """)
    void peopleAreFoundWhereverTheirNamesEnd(String text, String found) {
        assertThat(String.join(" ", MentionFinder.of(text).longest(known(PEOPLE))))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void wordsThatAreNobodysNameTakeNoPlaceOfSomebody() {
        String text = "@nobody ".repeat(20) + "@Ann";

        assertThat(MentionFinder.of(text).longest(known(PEOPLE))).containsExactly("Ann");
    }

    @Test
    void thePeopleOfAMessageAreTenAtMostHoweverOftenTheyAreNamed() {
        List<String> many =
                IntStream.range(10, 30).mapToObj(number -> "Ann" + number).toList();
        String text =
                "@Ann10 ".repeat(12) + many.stream().map("@%s "::formatted).collect(Collectors.joining());

        assertThat(MentionFinder.of(text).longest(known(many))).isEqualTo(many.subList(0, MentionFinder.MOST));
    }

    @Test
    void onlySoManyNamesAreAskedFor() {
        String text = IntStream.range(0, 5_000).mapToObj("@a%s "::formatted).collect(Collectors.joining());

        assertThat(MentionFinder.of(text).names()).hasSize(100);
    }

    private static Map<String, String> known(List<String> names) {
        var known = new TreeMap<String, String>();
        names.forEach(name -> known.put(name, name));
        return known;
    }
}
