package tickertape.market;

import jakarta.json.bind.adapter.JsonbAdapter;

/// A symbol as a JSON string.
public final class SymbolAdapter implements JsonbAdapter<Symbol, String> {

    @Override
    public String adaptToJson(Symbol symbol) {
        return symbol.text();
    }

    @Override
    public Symbol adaptFromJson(String text) {
        return new Symbol(text);
    }
}
