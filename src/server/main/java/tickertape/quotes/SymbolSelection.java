package tickertape.quotes;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import java.util.TreeSet;
import tickertape.tape.Keys;
import tickertape.web.ProblemException;
import tickertape.web.rest.ListParameter;
import tickertape.wire.Symbol;

/// Which symbols a request asks for.
///
/// @param all whether it names none
/// @param named those it names
record SymbolSelection(boolean all, Set<String> named) {

    /// @param keys the symbols there are, and what the parameter is called
    /// @throws ProblemException 400 that names what is not known here
    static SymbolSelection of(Keys keys, MultivaluedMap<String, String> query) {
        return query.containsKey(keys.parameter())
                ? new SymbolSelection(false, ListParameter.of(keys.parameter(), query, keys.known()))
                : new SymbolSelection(true, Set.of());
    }

    boolean has(Symbol symbol) {
        return all || named.contains(symbol.text());
    }

    /// Something short that is the same for the same symbols, in whatever order, and hardly ever for others.
    @Override
    public String toString() {
        return all
                ? "all"
                : Integer.toHexString(String.join(",", new TreeSet<>(named)).hashCode());
    }
}
