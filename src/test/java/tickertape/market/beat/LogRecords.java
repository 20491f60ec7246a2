package tickertape.market.beat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What one class logs, kept from the console.
final class LogRecords extends Handler {

    private final Logger logger;
    private final List<LogRecord> records = new ArrayList<>();

    LogRecords(Class<?> source) {
        logger = Logger.getLogger(source.getName());
    }

    void listen() {
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    List<Level> levels() {
        return records.stream().map(LogRecord::getLevel).toList();
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
