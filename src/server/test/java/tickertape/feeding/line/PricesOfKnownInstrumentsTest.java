package tickertape.feeding.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.feed.ReferenceData;

/// What prices of a symbol may be, its line in the file of instruments decides.
class PricesOfKnownInstrumentsTest {

    private static final String FILE = """
            symbol,tickSize,negative
            CL=F,0.01,true
            ES,0.25,false
            SMALL,1e-12,
            LARGE,1000000,
            """;

    @TempDir
    private Path folder;

    private ReferenceData reference = ReferenceData.NONE;

    @BeforeEach
    void read() throws IOException {
        reference = ReferenceData.of(Files.writeString(folder.resolve("instruments.csv"), FILE), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'symbol':'CL=F','price':-37.63,'size':1}",
                "{'symbol':'CL=F','price':0,'size':1,'previousClose':-1.005}",
                "{'symbol':'CL=F','bid':-37.64,'ask':-37.63,'bidSize':1,'askSize':1}",
                "{'symbol':'ES','price':5998.25,'size':1}",
                "{'symbol':'ES','price':5998.2500,'size':1}",
                "{'symbol':'SMALL','price':1e-12,'size':1}",
                "{'symbol':'SMALL','price':1e12,'size':1}",
                "{'symbol':'LARGE','price':1e12,'size':1}",
                "{'symbol':'OTHER','price':0.0005,'size':1}"
            })
    void pricesThatFitAreTaken(String line) {
        assertThat(parse(line, false)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'symbol':'CL=F','price':-37.635,'size':1}    | price -37.635 is no multiple of the tick size 0.01 (instruments.file)
        {'symbol':'ES','price':5998.4,'size':1}       | price 5998.4 is no multiple of the tick size 0.25 (instruments.file)
        {'symbol':'ES','bid':5998.25,'ask':5998.4,'bidSize':1,'askSize':1} | ask 5998.4 is no multiple of the tick size 0.25 (instruments.file)
        {'symbol':'SMALL','price':1e-13,'size':1}     | price 0.0000000000001 is no multiple of the tick size 0.000000000001 (instruments.file)
        {'symbol':'LARGE','price':1,'size':1}         | price 1 is no multiple of the tick size 1000000 (instruments.file)
        {'symbol':'ES','price':-1,'size':1}           | price -1 is not positive, and instruments.file says that it must be
        {'symbol':'SMALL','price':-1,'size':1}        | price -1 is not positive, and feed.http.negative is not set
        """)
    void pricesThatDoNotAreRefused(String line, String fault) {
        assertThatThrownBy(() -> parse(line, false)).hasMessage(fault);
    }

    @ParameterizedTest
    @CsvSource({"SMALL, true", "OTHER, true", "ES, false"})
    void settingCountsWhereTheFileSaysNothing(String symbol, boolean isTaken) {
        String line = "{'symbol':'%s','price':-1,'size':1}".formatted(symbol);

        if (isTaken) {
            assertThat(parse(line, true)).isNotNull();
        } else {
            assertThatThrownBy(() -> parse(line, true)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private FeedLine parse(String line, boolean negative) {
        return new LineParser(negative, reference).parse(line.replace('\'', '"'));
    }
}
