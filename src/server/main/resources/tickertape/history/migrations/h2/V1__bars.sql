-- Bars of minutes, hours and days. The id is instrument * 2^32 + minutes since 1900-01-01T00:00Z: H2 keeps
-- the rows of a table in the order of such a key, so those of one instrument lie side by side.
-- Without prices: nothing traded, but something marks the minute.
CREATE TABLE history_instrument (
  id INTEGER PRIMARY KEY,
  symbol VARCHAR(64) NOT NULL UNIQUE
);

CREATE TABLE history_minute (
  id BIGINT PRIMARY KEY,
  open DECFLOAT, high DECFLOAT, low DECFLOAT, close DECFLOAT,
  volume DECFLOAT NOT NULL, turnover DECFLOAT NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL
);

CREATE TABLE history_hour (
  id BIGINT PRIMARY KEY,
  open DECFLOAT, high DECFLOAT, low DECFLOAT, close DECFLOAT,
  volume DECFLOAT NOT NULL, turnover DECFLOAT NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL
);

CREATE TABLE history_day (
  id BIGINT PRIMARY KEY,
  open DECFLOAT, high DECFLOAT, low DECFLOAT, close DECFLOAT,
  volume DECFLOAT NOT NULL, turnover DECFLOAT NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL
);

-- The newest minute of each instrument, written many times while it forms; started is in seconds since 1970.
CREATE TABLE history_forming (
  id INTEGER PRIMARY KEY,
  started BIGINT NOT NULL,
  open DECFLOAT, high DECFLOAT, low DECFLOAT, close DECFLOAT,
  volume DECFLOAT NOT NULL, turnover DECFLOAT NOT NULL, trades BIGINT NOT NULL, marks INTEGER NOT NULL
);
