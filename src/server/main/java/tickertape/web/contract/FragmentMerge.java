package tickertape.web.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Merges the fragments of one document: maps are merged, lists are appended. Everything else may be defined once, so
/// two
/// fragments with the same path, schema or message fail.
final class FragmentMerge {

    private final Map<String, Object> merged = new LinkedHashMap<>();
    private final Map<String, String> origins = new HashMap<>();

    /// @param fragment its name, for error messages
    /// @throws IllegalArgumentException naming both fragments, if one defined the same already
    void add(String fragment, Map<?, ?> tree) {
        add(fragment, "", merged, tree);
    }

    Map<String, Object> merged() {
        return merged;
    }

    private void add(String fragment, String parent, Map<String, Object> target, Map<?, ?> tree) {
        tree.forEach((key, value) -> {
            String place = parent + "/" + key;
            target.put(key.toString(), combined(fragment, place, target.get(key.toString()), value));
        });
    }

    private Object combined(String fragment, String place, @Nullable Object old, Object value) {
        if (value instanceof Map<?, ?> map && (old == null || old instanceof Map)) {
            var target = copy(old);
            add(fragment, place, target, map);
            return target;
        }
        if (value instanceof List<?> list && (old == null || old instanceof List)) {
            return appended(fragment, place, old instanceof List<?> items ? items : List.of(), list);
        }
        if (old != null) {
            throw new IllegalArgumentException("%s defines %s, which %s defines already"
                    .formatted(fragment, place, origins.getOrDefault(place, "another fragment")));
        }
        origins.put(place, fragment);
        return value;
    }

    private static Map<String, Object> copy(@Nullable Object old) {
        var copy = new LinkedHashMap<String, Object>();
        if (old instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(key.toString(), value));
        }
        return copy;
    }

    private static List<Object> appended(String fragment, String place, List<?> old, List<?> more) {
        var items = new ArrayList<Object>(old);
        for (Object item : more) {
            if (old.contains(item)) {
                throw new IllegalArgumentException(
                        "%s adds %s to %s, which has it already".formatted(fragment, item, place));
            }
            items.add(item);
        }
        return items;
    }
}
