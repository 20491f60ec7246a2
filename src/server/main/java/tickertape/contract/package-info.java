/// What clients may rely on, for their tools to read: the description of the resources, that of the stream's events,
/// and the JSON Schemas under both. The files are those of `src/docs`; there are no others.
@NullMarked
package tickertape.contract;

import org.jspecify.annotations.NullMarked;
