package tickertape.commentary.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a question is about is told by its words.
class InterestTest {

    @Test
    void wordsTellInBothLanguages() {
        assertThat(Interest.of("Why is the volume so HIGH?"))
                .isEqualTo(Set.of(Interest.REASON, Interest.VOLUME, Interest.RANGE));
        assertThat(Interest.of("为什么成交量这么大？")).isEqualTo(Set.of(Interest.REASON, Interest.VOLUME));
        assertThat(Interest.of("大盘明天会涨吗")).isEqualTo(Set.of(Interest.FUTURE, Interest.MARKET));
    }

    @Test
    void partsOfWordsAreNone() {
        assertThat(Interest.of("What follows below, in yellow?")).isEmpty();
        assertThat(Interest.of("How is Apple doing?")).isEmpty();
    }
}
