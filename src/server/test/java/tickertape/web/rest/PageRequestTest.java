package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which part of a list is shown, and where the others are.
class PageRequestTest {

    private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();

    @Test
    void whoAsksForNoPageGetsAllAndNoLinks() {
        PageRequest page = page("", "");

        assertThat(page.of(TEN)).isEqualTo(TEN);
        assertThat(page.links(TEN.size())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3,0,3,0", "3,9,1,9", "3,10,0,-1", "3,999999999,0,-1", "999999999,4,6,4", "'',4,6,4"})
    void pageBeginsAtItsOffsetAndIsNoLongerThanItsLimit(String limit, String offset, int size, int first) {
        List<Integer> items = page(limit, offset).of(TEN);

        assertThat(items).hasSize(size);
        assertThat(items.isEmpty() ? -1 : items.getFirst()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4  | 0  | 10 | first=0, next=4, last=8
                    4  | 4  | 10 | first=0, prev=0, next=8, last=8
                    4  | 8  | 10 | first=0, prev=4, last=8
                    4  | 2  | 10 | first=0, prev=0, next=6, last=8
                    5  | 5  | 10 | first=0, prev=0, last=5
                    4  | 99 | 10 | first=0, prev=8, last=8
                    10 | 0  | 10 | first=0, last=0
                    4  | 0  | 0  | first=0, last=0
                    """)
    void linksLeadThroughAllPages(String limit, String offset, int size, String links) {
        assertThat(page(limit, offset).links(size))
                .map(link -> "%s=%s"
                        .formatted(link.relation(), link.query().replace("limit=%s&offset=".formatted(limit), "")))
                .isEqualTo(List.of(links.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,-1", "limit,x", "limit,1.5", "limit,1000000000", "limit,''", "offset,-1", "offset,+1"
    })
    void whatIsNoNumberOrOutOfBoundsIsRefused(String parameter, String value) {
        assertThatThrownBy(() -> PageRequest.of(
                        parameter.equals("limit") ? value : null, parameter.equals("offset") ? value : null))
                .hasMessageStartingWith(parameter + " is a whole number")
                .hasMessageEndingWith("'%s'".formatted(value));
    }

    private static PageRequest page(String limit, String offset) {
        return PageRequest.of(limit.isEmpty() ? null : limit, offset.isEmpty() ? null : offset);
    }
}
