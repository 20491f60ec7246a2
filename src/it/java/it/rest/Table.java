package it.rest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The values of a list as text by name: the same whether it came as CSV or as JSON.
final class Table {

    private Table() {}

    static List<Map<String, String>> ofCsv(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .map(NamedCsvRecord::getFieldsAsMap)
                .map(Table::withoutEmptyOnes)
                .toList();
    }

    static List<Map<String, String>> ofJson(List<JsonObject> list) {
        return list.stream().map(Table::fields).toList();
    }

    private static Map<String, String> withoutEmptyOnes(Map<String, String> fields) {
        var there = new TreeMap<>(fields);
        there.values().removeIf(String::isEmpty);
        return there;
    }

    private static Map<String, String> fields(JsonObject object) {
        var fields = new TreeMap<String, String>();
        object.forEach((name, value) -> fields.put(name, text(value)));
        return fields;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
