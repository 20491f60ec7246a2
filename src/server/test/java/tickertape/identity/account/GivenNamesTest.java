package tickertape.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people are called here who bring a name from elsewhere.
class GivenNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ann                        | ann
            Ann Müller                 | Ann Müller
            苹果                         | 苹果
            ann@corp.example           | ann-corp.example
            CORP\\ann                  | CORP-ann
            ann--of__desk              | ann-of_desk
            (ann)                      | ann
            a name that goes on and on and on | a name that goes on and on a""")
    void nameIsKeptAsFarAsItCanBe(String text, String name) {
        assertThat(names(text).getFirst().text()).isEqualTo(name);
    }

    @Test
    void whoHasNoNameThatCanBeShownGetsOne() {
        assertThat(names("a").getFirst().text()).matches("person-[0-9a-f]{8}");
        assertThat(names("").getFirst().text()).matches("person-[0-9a-f]{8}");
        assertThat(names("аnn").getFirst().text()).as("two scripts").matches("person-[0-9a-f]{8}");
        assertThat(GivenNames.of("?", "jwt:b").getFirst())
                .isNotEqualTo(GivenNames.of("?", "jwt:a").getFirst());
    }

    @Test
    void whereTheNameIsTakenThereAreNumbers() {
        List<AccountName> names = names("ann");

        assertThat(names).hasSize(99);
        assertThat(names.get(1).text()).isEqualTo("ann 2");
        assertThat(names.stream().map(AccountName::skeleton).distinct()).hasSizeGreaterThan(50);
    }

    private static List<AccountName> names(String text) {
        return GivenNames.of(text, "jwt:a");
    }
}
