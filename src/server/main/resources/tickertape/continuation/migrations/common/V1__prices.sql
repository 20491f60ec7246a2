-- The newest price of each symbol, from which a simulated market goes on after a restart.
CREATE TABLE continuation_prices (
  symbol VARCHAR(64) NOT NULL PRIMARY KEY,
  last_price NUMERIC(38, 18) NOT NULL,
  previous_close NUMERIC(38, 18) NOT NULL,
  quoted_at TIMESTAMP WITH TIME ZONE NOT NULL
);
