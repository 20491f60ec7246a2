/// The contract of the server, for the tools of clients: OpenAPI, AsyncAPI and JSON Schemas.
///
/// Each feature brings fragments of its own, below `META-INF/tickertape/contract/<feature>/`: `openapi.yaml`,
/// `asyncapi.yaml` and `schema/*.json`, each of them optional. They are merged when the application starts. A jar lists
/// its fragments in `META-INF/tickertape/contract/index`, one path a line, relative to that folder.
@NullMarked
package tickertape.web.contract;

import org.jspecify.annotations.NullMarked;
