-- The symbols that feeders have told of: they are listed after a restart before anybody sends a price.
CREATE TABLE feeding_instrument (
  symbol VARCHAR(64) NOT NULL PRIMARY KEY,
  decimals INTEGER NOT NULL,
  currency VARCHAR(3) NOT NULL,
  reference NUMERIC(38, 18) NOT NULL
);
