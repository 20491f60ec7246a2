package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which names there may be, and which people would take for one another.
class AccountNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Ann Lee", "o.brien-smith_2", "苹果", "田中 taro", "Иван", "Ζωή", "محمد", "李2"})
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
        "annα, one script"
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
