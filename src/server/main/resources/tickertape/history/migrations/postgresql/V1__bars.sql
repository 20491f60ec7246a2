-- Bars of minutes, hours and days. The id is instrument * 2^32 + minutes since 1900-01-01T00:00Z. The index
-- includes all columns, so that the bars of one instrument lie side by side in it. For that, pages must be vacuumed soon.
-- Without prices: nothing traded, but something marks the minute.
CREATE TABLE history_instrument (
  id INTEGER PRIMARY KEY,
  symbol VARCHAR(64) NOT NULL UNIQUE
);

CREATE TABLE history_minute (
  id BIGINT NOT NULL,
  open NUMERIC, high NUMERIC, low NUMERIC, close NUMERIC,
  volume NUMERIC NOT NULL, turnover NUMERIC NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL,
  PRIMARY KEY (id) INCLUDE (open, high, low, close, volume, turnover, trades, marks)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.01);

CREATE TABLE history_hour (
  id BIGINT NOT NULL,
  open NUMERIC, high NUMERIC, low NUMERIC, close NUMERIC,
  volume NUMERIC NOT NULL, turnover NUMERIC NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL,
  PRIMARY KEY (id) INCLUDE (open, high, low, close, volume, turnover, trades, marks)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.01);

CREATE TABLE history_day (
  id BIGINT NOT NULL,
  open NUMERIC, high NUMERIC, low NUMERIC, close NUMERIC,
  volume NUMERIC NOT NULL, turnover NUMERIC NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL,
  PRIMARY KEY (id) INCLUDE (open, high, low, close, volume, turnover, trades, marks)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.01);

-- The newest minute of each instrument, written many times while it forms; started is in seconds since 1970.
CREATE TABLE history_forming (
  id INTEGER PRIMARY KEY,
  started BIGINT NOT NULL,
  open NUMERIC, high NUMERIC, low NUMERIC, close NUMERIC,
  volume NUMERIC NOT NULL, turnover NUMERIC NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL
) WITH (fillfactor = 50);
