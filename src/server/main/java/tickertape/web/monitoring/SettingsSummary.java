package tickertape.web.monitoring;

/// What one part of the application says of its settings in the line that its start leaves in the log.
///
/// @param part such as `streams`
public record SettingsSummary(String part, String settings) {

    @Override
    public String toString() {
        return part + ": " + settings;
    }
}
