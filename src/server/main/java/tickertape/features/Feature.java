package tickertape.features;

/// A feature of the page.
///
/// @param module the JavaScript module that defines it, relative to the page
public record Feature(String module) {}
