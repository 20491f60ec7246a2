package tickertape.chat.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Whom a text names: accounts by their names.
final class Mentioned {

    private Mentioned() {}

    /// Sorted; null if there are none.
    static @Nullable List<String> names(Map<String, String> mentioned) {
        return mentioned.isEmpty() ? null : List.copyOf(new TreeSet<>(mentioned.keySet()));
    }

    /// The accounts without the author's own: nobody is told of what one says oneself.
    static List<String> others(Map<String, String> mentioned, String own) {
        var accounts = new ArrayList<>(new TreeSet<>(mentioned.values()));
        accounts.remove(own);
        return accounts;
    }
}
