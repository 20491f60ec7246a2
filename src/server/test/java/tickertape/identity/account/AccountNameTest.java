package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names there may be, and which people would take for one another.
class AccountNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "Ann Lee",
                "o.brien-smith_2",
                "苹果",
                "田中 taro",
                "Иван",
                "Ζωή",
                "محمد",
                "李2",
                "ローラ",
                "サトー 2",
                "山田 一郎",
                "김철수 kim",
                "金철수",
                "ㄅㄆ",
                "ชื่อที่นี่",
                "हिन्दी",
                "မြန်မာ",
                "ខ្មែរ",
                "Nguyễn"
            })
    void namesOfOneScriptAreTaken(String name) {
        assertThat(AccountName.of(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 2 to 32 characters",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 2 to 32 characters",
        "ann!, letters and digits",
        "'ann  lee', letters and digits",
        "-ann, letters and digits",
        "ann., letters and digits",
        "'ann\u200Blee', letters and digits",
        "'ann\u202Eeel', letters and digits",
        "аnn, one script",
        "annα, one script",
        // Letters that are blank: fillers of Hangul, selectors, joiners.
        "ann\u3164, can be seen",
        "ann\uFFA0lee, can be seen",
        "ann\u115F, can be seen",
        "ann\u1160, can be seen",
        "ann\u034F, can be seen",
        "ann\uFE0F, can be seen",
        "ᠠ\u180B, can be seen",
        "'ann\uDB40\uDD00', can be seen",
        // Letters of no script, which look like marks: a long vowel of kana, an apostrophe, a colon.
        "annー, can be seen",
        "annʼ, can be seen",
        "annː, can be seen",
        // Marks that pile up over other lines.
        "'Z\u0336\u0335\u0334', can be seen",
        "'ก\u0E49\u0E49\u0E49\u0E49\u0E49\u0E49', can be seen",
        // What looks like hyphens, letters and digits beside Latin.
        "ann一lee, one script",
        "'ann 一 lee', one script",
        "ann二, one script",
        "roロt, one script",
        "lエne, one script",
        "lime工, one script",
        "'ann ㅣ', can be seen",
        "'ann 〇', one script",
        "'ann ㄒ', one script",
        "김ニ, one script"
    })
    void othersAreRefusedInWords(String name, String words) {
        assertThatThrownBy(() -> AccountName.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        // Case, width, accents, separators.
        "ann, ANN",
        "ann, ａｎｎ",
        "Zoe, Zoë",
        "ann.lee, Ann Lee",
        // Look-alikes of the same script.
        "bill, bi1I",
        "root, r00t",
        "modern, modem",
        // A whole word in another script: Latin and Cyrillic.
        "cope, соре",
        "paypa1, PayPal",
        // Kana and Han.
        "エロ, 工口",
        "ニカ, 二力",
        "strasse, STRAßE"
    })
    void namesThatLookAlikeHaveTheSameSkeleton(String one, String other) {
        assertThat(AccountName.of(one).skeleton())
                .isEqualTo(AccountName.of(other).skeleton());
    }

    @ParameterizedTest
    @CsvSource({"ann, anna", "ann, bob", "苹果, 苹菓", "ann lee, ann li", "alice, alike"})
    void namesThatDifferHaveSkeletonsThatDiffer(String one, String other) {
        assertThat(AccountName.of(one).skeleton())
                .isNotEqualTo(AccountName.of(other).skeleton());
    }
}
