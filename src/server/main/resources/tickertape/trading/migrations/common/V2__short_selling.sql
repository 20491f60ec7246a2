-- Whether an order opens a position or closes one: 'open' or 'close'.
ALTER TABLE trading_order ADD COLUMN position_effect VARCHAR(8) DEFAULT 'open' NOT NULL;

UPDATE trading_order SET position_effect = 'close' WHERE side = 'sell';

-- How many shares open orders are to add; below zero for those that sell short.
ALTER TABLE trading_position ADD COLUMN opening_qty BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE trading_position DROP CONSTRAINT trading_position_covered;

ALTER TABLE trading_position ADD CONSTRAINT trading_position_covered
  CHECK (reserved_qty >= 0 AND reserved_qty <= ABS(qty));

INSERT INTO trading_position (player, season, symbol, qty, reserved_qty, cost, realized, revision)
  SELECT o.player, o.season, o.symbol, 0, 0, 0, 0, MAX(o.revision) FROM trading_order o
  WHERE o.is_open AND o.side = 'buy' AND NOT EXISTS (SELECT 1 FROM trading_position p
    WHERE p.player = o.player AND p.season = o.season AND p.symbol = o.symbol)
  GROUP BY o.player, o.season, o.symbol;

UPDATE trading_position SET opening_qty = (
  SELECT COALESCE(SUM(o.order_qty - o.cum_qty), 0) FROM trading_order o
  WHERE o.is_open AND o.side = 'buy' AND o.player = trading_position.player
  AND o.season = trading_position.season AND o.symbol = trading_position.symbol);

-- The seasons that have ended, whose rows are still there. Numbers rise, so all up to the last ones are theirs, or older.
CREATE TABLE trading_season (
  season VARCHAR(40) PRIMARY KEY,
  ended BIGINT NOT NULL,
  last_order BIGINT NOT NULL,
  last_posting BIGINT NOT NULL
);

INSERT INTO trading_season (season, ended, last_order, last_posting)
  SELECT o.season, MAX(o.changed), MAX(o.id),
    COALESCE((SELECT MAX(e.posting) FROM trading_entry e WHERE e.season = o.season), 0)
  FROM trading_order o WHERE o.season <> (SELECT s.season FROM trading_state s)
  GROUP BY o.season;
