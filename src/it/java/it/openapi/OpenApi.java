package it.openapi;

import it.Http;
import it.Instruments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The OpenAPI document of a server.
public record OpenApi(JsonObject document) {

    /// The id that examples of texts have.
    private static final String TEXT = "q3Xk9_Zr0cVY1mJt";

    private static final Set<String> METHODS =
            Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");

    /// The document at `/openapi`, which the feature `contract` serves.
    public static OpenApi of(URI root) {
        return new OpenApi(Instruments.object(text(root, "openapi").replace(TEXT, newestText(root))));
    }

    /// The same as Liberty serves it, whatever features there are, and as it is written: nobody has what its examples
    /// name.
    public static OpenApi ofLiberty(URI root) {
        return new OpenApi(Instruments.object(text(root, "openapi/document?format=JSON")));
    }

    private static String text(URI root, String path) {
        return Http.get(root.resolve(path), "Accept", "application/json").body();
    }

    /// A text that is there in place of that of the examples.
    private static String newestText(URI root) {
        var newest = Http.get(root.resolve("api/commentary?limit=1"));
        return newest.statusCode() == 200
                ? Instruments.array(newest.body()).getValuesAs(JsonObject.class).stream()
                        .map(text -> text.getString("id"))
                        .findFirst()
                        .orElse(TEXT)
                : TEXT;
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.add(
                                new Operation(this, path, method, item.asJsonObject(), operation.asJsonObject()));
                    }
                }));
        return operations;
    }

    public JsonObject schemas() {
        return document.getJsonObject("components").getJsonObject("schemas");
    }

    /// The object itself, or what it refers to within the document.
    public JsonObject resolved(JsonValue value) {
        JsonObject object = value.asJsonObject();
        return object.containsKey("$ref")
                ? resolved(Json.createPointer(object.getString("$ref").substring(1))
                        .getValue(document))
                : object;
    }

    /// A schema of the document with everything that it refers to.
    public String whole(JsonObject schema) {
        return Json.createObjectBuilder(schema)
                .add("components", Json.createObjectBuilder().add("schemas", schemas()))
                .build()
                .toString();
    }
}
