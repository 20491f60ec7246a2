package tickertape.commentary.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Texts are cut as somebody would type them, and never within a character.
class PiecesTest {

    private static List<String> cut(String... additions) {
        var pieces = new Pieces();
        var all = new ArrayList<String>();
        for (String addition : additions) {
            all.addAll(pieces.add(addition));
        }
        all.addAll(pieces.end());
        return all;
    }

    @Test
    void wordsComeWithTheSpaceBehindThem() {
        assertThat(cut("Apple (AAPL) is up 3.02% at $238.39.\n\nAlso higher:"))
                .containsExactly(
                        "Apple ", "(AAPL) ", "is ", "up ", "3.02% ", "at ", "$238.39.\n\n", "Also ", "higher:");
    }

    @Test
    void chineseComesByCharacters() {
        assertThat(cut("Apple（AAPL）涨3.02%，报238.39美元。"))
                .containsExactly("Apple（AAPL）", "涨", "3.02%，", "报", "238.39", "美", "元。");
    }

    @Test
    void charactersStayWhole() {
        String family = "👨‍👩‍👧";
        assertThat(cut("a" + family + "b 🇫🇷 e\u0301")).containsExactly("a" + family + "b ", "🇫🇷 ", "e\u0301");
        assertThat(cut("\uD83D", "\uDE00 ", "ok")).containsExactly("😀 ", "ok");
    }

    @Test
    void halfACharacterAtTheEndIsLeftOut() {
        assertThat(cut("ok \uD83D")).containsExactly("ok ");
    }

    @Test
    void veryLongWordsComeInParts() {
        assertThat(cut("a".repeat(100))).allMatch(piece -> piece.length() <= 40).hasSize(3);
    }

    @Test
    void whateverIsAddedHoweverCutIsTheWhole() {
        var random = new Random(7);
        String whole = "Prices 上涨 3% 😀, then 下跌。\n\n- **AAPL** 👨‍👩‍👧 up\n".repeat(20);
        for (int round = 0; round < 200; round++) {
            var additions = new ArrayList<String>();
            for (int at = 0; at < whole.length(); ) {
                int next = Math.min(whole.length(), at + 1 + random.nextInt(9));
                additions.add(whole.substring(at, next));
                at = next;
            }
            List<String> pieces = cut(additions.toArray(String[]::new));

            assertThat(String.join("", pieces)).isEqualTo(whole);
            assertThat(pieces)
                    .allSatisfy(piece -> assertThat(Plain.whole(piece)).isEqualTo(piece));
        }
    }
}
