package tickertape.commentary.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.commentary.writing.CommentaryText;
import tickertape.commentary.writing.EndedText;
import tickertape.commentary.writing.TextHead;
import tickertape.store.EpochMicros;
import tickertape.wire.Symbol;

/// How a text is a row.
final class TextRow {

    static final String TABLE = "commentary_text";

    static final List<String> COLUMNS = List.of(
            "id",
            "owner",
            "symbol",
            "language",
            "occasion",
            "question",
            "author",
            "written_at",
            "ended_at",
            "reason",
            "body");

    private TextRow() {}

    static void set(PreparedStatement statement, EndedText row) throws SQLException {
        CommentaryText text = row.text();
        Symbol symbol = text.symbol();
        int at = 1;
        for (@Nullable
        String value : Arrays.asList(
                text.id(),
                row.owner().orElse(null),
                symbol == null ? null : symbol.text(),
                text.language(),
                text.occasion(),
                text.question(),
                text.author())) {
            statement.setString(at++, value);
        }
        statement.setLong(at++, EpochMicros.of(text.time()));
        statement.setLong(at++, EpochMicros.of(Objects.requireNonNull(text.ended())));
        statement.setString(at++, text.reason());
        statement.setString(at, text.text());
    }

    static EndedText read(ResultSet row) throws SQLException {
        Optional<String> owner = Optional.ofNullable(row.getString("owner"));
        String symbol = row.getString("symbol");
        return new EndedText(
                owner,
                new CommentaryText(
                        row.getString("id"),
                        owner.isPresent() ? TextHead.ANSWER : TextHead.COMMENTARY,
                        symbol == null ? null : new Symbol(symbol),
                        row.getString("language"),
                        row.getString("occasion"),
                        row.getString("question"),
                        row.getString("author"),
                        time(row, "written_at"),
                        time(row, "ended_at"),
                        row.getString("reason"),
                        row.getString("body")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return EpochMicros.instant(row.getLong(column));
    }
}
