package tickertape.web;

import jakarta.json.JsonNumber;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Writes decimals as people do, `0.00000012` and not `1.2E-7`: not every client reads an exponent.
public final class PlainDecimals implements JsonbSerializer<BigDecimal> {

    /// `BigDecimal.toString` writes an exponent below 10^-6, and for a scale below zero.
    private static final int SMALLEST_PLAIN = 6;

    @Override
    public void serialize(BigDecimal number, JsonGenerator generator, SerializationContext context) {
        if (isPlain(number)) {
            generator.write(number);
        } else {
            generator.write(new PlainNumber(number));
        }
    }

    /// The number as it is written. Decimals keep what `toString` makes, but not what `toPlainString` does.
    public static String text(BigDecimal number) {
        return isPlain(number) ? number.toString() : number.toPlainString();
    }

    private static boolean isPlain(BigDecimal number) {
        return number.scale() >= 0 && number.scale() - number.precision() < SMALLEST_PLAIN;
    }

    /// A JSON number whose text has no exponent.
    private record PlainNumber(BigDecimal number) implements JsonNumber {

        @Override
        public ValueType getValueType() {
            return ValueType.NUMBER;
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }

        @Override
        public boolean isIntegral() {
            return number.scale() <= 0;
        }

        @Override
        public int intValue() {
            return number.intValue();
        }

        @Override
        public int intValueExact() {
            return number.intValueExact();
        }

        @Override
        public long longValue() {
            return number.longValue();
        }

        @Override
        public long longValueExact() {
            return number.longValueExact();
        }

        @Override
        public BigInteger bigIntegerValue() {
            return number.toBigInteger();
        }

        @Override
        public BigInteger bigIntegerValueExact() {
            return number.toBigIntegerExact();
        }

        @Override
        public double doubleValue() {
            return number.doubleValue();
        }

        @Override
        public BigDecimal bigDecimalValue() {
            return number;
        }
    }
}
