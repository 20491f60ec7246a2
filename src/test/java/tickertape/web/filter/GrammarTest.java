package tickertape.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What browsers and programs send is understood, and what would trip the JAX-RS runtime is not.
class GrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Accept|*/*",
                "Accept|text/event-stream",
                "Accept|~~",
                "Accept|text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "Accept|text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "Accept|application/json;charset=utf-8;q=1.000 , text/plain ; q=0",
                "Accept|application/json; profile=\"a,b;q=x\"",
                "Accept|application/json,,",
                "Accept-Language|zh-CN,zh;q=0.9,en-US;q=0.8,*;q=0.1",
                "Content-Type|application/json;charset=UTF-8",
                "X-Other|anything;q=abc"
            })
    void understood(String header, String value) {
        assertThat(Grammar.understands(header, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|foo",
                "Accept|*/*;q=abc",
                "Accept|*/*;q=2",
                "Accept|*/*;q=1.5",
                "Accept|*/*;q=-1",
                "Accept|*/*;q=",
                "Accept|*/*;x",
                "Accept|text/",
                "Accept|/plain",
                "accept|a b/c",
                "Accept-Language|zz;q=q",
                "Accept-Language|toolonglanguage",
                "Content-Type|x",
                "Content-Type|text/plain;" + "charset"
            })
    void notUnderstood(String header, String value) {
        assertThat(Grammar.understands(header, value)).isFalse();
    }
}
