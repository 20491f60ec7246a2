/// The dashboard as a reader sees it, in a real Chromium: against the packaged application on Liberty where the two
/// must work together, against a scripted stream where a market would not say the words that are needed.
@NullMarked
package browser;

import org.jspecify.annotations.NullMarked;
