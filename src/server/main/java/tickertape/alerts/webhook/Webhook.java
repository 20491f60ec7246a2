package tickertape.alerts.webhook;

/// Where the firings of an alert are sent.
///
/// @param isGone whether its receiver has said that it is gone: then nothing is sent any more
public record Webhook(String url, boolean isGone) {}
