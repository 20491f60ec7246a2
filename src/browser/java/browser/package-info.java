/// Tests of the dashboard in a real Chromium: with the packaged application on Liberty where both must work together,
/// and
/// with a scripted stream where a test needs certain events.
@NullMarked
package browser;

import org.jspecify.annotations.NullMarked;
