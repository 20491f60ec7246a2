/// What those see who run the server: its health, its measures, its log and its traces.
@NullMarked
package it.monitoring;

import org.jspecify.annotations.NullMarked;
