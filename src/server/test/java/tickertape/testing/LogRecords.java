package tickertape.testing;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What one class, or one logger, logs, kept from the console.
public final class LogRecords extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new ArrayList<>();

    public LogRecords(Class<?> source) {
        this(source.getName());
    }

    public LogRecords(String logger) {
        this.logger = Logger.getLogger(logger);
    }

    public void listen() {
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    /// What is read in the log.
    public List<String> lines() {
        return records.stream()
                .map(record ->
                        new MessageFormat(record.getMessage(), Locale.getDefault()).format(record.getParameters()))
                .toList();
    }

    public List<Level> levels() {
        return records.stream().map(LogRecord::getLevel).toList();
    }

    /// The failures whose stack traces are read in the log.
    public List<Throwable> failures() {
        return records.stream()
                .map(LogRecord::getThrown)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.setUseParentHandlers(true);
        logger.removeHandler(this);
    }
}
