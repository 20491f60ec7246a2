/// Serves the contract: the OpenAPI document, the AsyncAPI document and the JSON Schemas.
@NullMarked
package tickertape.contract;

import org.jspecify.annotations.NullMarked;
