/// Serves the parts of the contract that `/openapi` does not: the AsyncAPI document and the JSON Schemas.
@NullMarked
package tickertape.contract;

import org.jspecify.annotations.NullMarked;
