package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.Feed;
import tickertape.market.feed.fault.FaultyFeed;

/// A feed around another one passes on all that a feed can do: whatever it left out would be lost without a word.
class FeedDecoratorsTest {

    @ParameterizedTest
    @ValueSource(classes = {DescribedFeed.class, FaultyFeed.class})
    void everyMethodOfAFeedIsPassedOn(Class<? extends Feed> decorator) {
        assertThat(Arrays.stream(Feed.class.getMethods()).map(FeedDecoratorsTest::signature))
                .hasSizeGreaterThan(5)
                .isSubsetOf(Arrays.stream(decorator.getDeclaredMethods())
                        .map(FeedDecoratorsTest::signature)
                        .toList());
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
