package tickertape.market.feed;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The statistics that describe markets.
final class Statistics {

    private Statistics() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static double deviation(double[] values) {
        return Math.sqrt(moment(values, 2));
    }

    /// Three for a normal distribution.
    static double kurtosis(double[] values) {
        return moment(values, 4) / Math.pow(moment(values, 2), 2);
    }

    /// The correlation of each value with the next.
    static double autocorrelation(double[] values) {
        return correlation(
                Arrays.copyOfRange(values, 0, values.length - 1), Arrays.copyOfRange(values, 1, values.length));
    }

    static double correlation(double[] one, double[] other) {
        double oneMean = mean(one);
        double otherMean = mean(other);
        double common = IntStream.range(0, one.length)
                        .mapToDouble(i -> (one[i] - oneMean) * (other[i] - otherMean))
                        .sum()
                / one.length;
        return common / deviation(one) / deviation(other);
    }

    static double[] absolute(double[] values) {
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    private static double moment(double[] values, int order) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, order))
                .average()
                .orElseThrow();
    }
}
