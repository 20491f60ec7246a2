package browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A test for each theme of the page: a colour scheme and a palette.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@CsvSource({
    "LIGHT, green",
    "DARK, green",
    "LIGHT, red",
    "DARK, red",
    "LIGHT, blue",
    "DARK, blue",
})
@interface EachTheme {}
