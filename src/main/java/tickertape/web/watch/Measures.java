package tickertape.web.watch;

import org.eclipse.microprofile.metrics.Metadata;

/// How measures are named, as Prometheus asks for: the application first, the unit last, which the server adds.
public final class Measures {

    private static final String APPLICATION = "tickertape_";

    private Measures() {}

    /// What the registry needs to know of a measure.
    ///
    /// @param noun what is measured, without the application and the unit
    /// @param unit one of `MetricUnits`
    /// @param sentence what it means, for people
    public static Metadata of(String noun, String unit, String sentence) {
        return Metadata.builder()
                .withName(APPLICATION + noun)
                .withUnit(unit)
                .withDescription(sentence)
                .build();
    }
}
