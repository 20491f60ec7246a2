-- Times are microseconds since 1970. Money, and quantities where they stand beside money, have twelve decimals.

-- One row, which each transaction of the books locks first: so there is one writer at a time, on however many servers.
CREATE TABLE trading_state (
  id INTEGER PRIMARY KEY,
  last_revision BIGINT NOT NULL,
  last_order BIGINT NOT NULL,
  last_posting BIGINT NOT NULL,
  last_player BIGINT NOT NULL,
  season VARCHAR(40) NOT NULL,
  season_begin BIGINT NOT NULL,
  -- Which run of a server matches orders, and until when nobody else may.
  matcher VARCHAR(40) NOT NULL,
  matcher_until BIGINT NOT NULL
);

INSERT INTO trading_state
  (id, last_revision, last_order, last_posting, last_player, season, season_begin, matcher, matcher_until)
  VALUES (1, 0, 0, 0, 0, '', 0, '', 0);

-- Who plays. Player 0 is the market: the other side of each posting. It has no row.
CREATE TABLE trading_player (
  player BIGINT PRIMARY KEY,
  account VARCHAR(400) NOT NULL UNIQUE,
  name VARCHAR(400) NOT NULL,
  gone BOOLEAN NOT NULL
);

-- What a player has in a season.
CREATE TABLE trading_account (
  player BIGINT NOT NULL,
  season VARCHAR(40) NOT NULL,
  cash NUMERIC(38, 12) NOT NULL,
  reserved NUMERIC(38, 12) NOT NULL,
  open_orders INTEGER NOT NULL,
  joined BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (player, season),
  CONSTRAINT trading_account_covered CHECK (reserved >= 0 AND cash >= reserved)
);

CREATE INDEX trading_account_revision ON trading_account (revision);

-- Shares of one symbol. What is short is below zero, and has cash to cover it.
CREATE TABLE trading_position (
  player BIGINT NOT NULL,
  season VARCHAR(40) NOT NULL,
  symbol VARCHAR(64) NOT NULL,
  qty BIGINT NOT NULL,
  reserved_qty BIGINT NOT NULL,
  -- What the shares there are were bought for, and what was won with those that are gone.
  cost NUMERIC(38, 12) NOT NULL,
  realized NUMERIC(38, 12) NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (player, season, symbol),
  CONSTRAINT trading_position_covered CHECK (reserved_qty >= 0 AND qty >= reserved_qty)
);

CREATE INDEX trading_position_revision ON trading_position (revision);

CREATE TABLE trading_order (
  id BIGINT PRIMARY KEY,
  player BIGINT NOT NULL,
  season VARCHAR(40) NOT NULL,
  cl_ord_id VARCHAR(64) NOT NULL,
  symbol VARCHAR(64) NOT NULL,
  side VARCHAR(16) NOT NULL,
  ord_type VARCHAR(16) NOT NULL,
  time_in_force VARCHAR(16) NOT NULL,
  order_qty BIGINT NOT NULL,
  price NUMERIC(38, 12),
  stop_px NUMERIC(38, 12),
  cum_qty BIGINT NOT NULL,
  -- What the shares that were traded came to.
  cum_cost NUMERIC(38, 12) NOT NULL,
  -- How much cash each share that is still to be bought holds back.
  reserve_px NUMERIC(38, 12) NOT NULL,
  is_open BOOLEAN NOT NULL,
  ord_status VARCHAR(24) NOT NULL,
  exec_type VARCHAR(32) NOT NULL,
  triggered BOOLEAN NOT NULL,
  reason VARCHAR(32) NOT NULL,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  -- When it ends by itself.
  expires BIGINT,
  revision BIGINT NOT NULL,
  CONSTRAINT trading_order_once UNIQUE (player, cl_ord_id),
  CONSTRAINT trading_order_whole CHECK (cum_qty >= 0 AND cum_qty <= order_qty)
);

CREATE INDEX trading_order_player ON trading_order (player, id);
CREATE INDEX trading_order_revision ON trading_order (revision);
CREATE INDEX trading_order_open ON trading_order (is_open, id);

-- An order, or a part of it, that was traded: its number is that of its posting.
CREATE TABLE trading_fill (
  posting BIGINT PRIMARY KEY,
  order_id BIGINT NOT NULL,
  player BIGINT NOT NULL,
  season VARCHAR(40) NOT NULL,
  symbol VARCHAR(64) NOT NULL,
  side VARCHAR(16) NOT NULL,
  last_qty BIGINT NOT NULL,
  last_px NUMERIC(38, 12) NOT NULL,
  traded BIGINT NOT NULL,
  revision BIGINT NOT NULL
);

CREATE INDEX trading_fill_player ON trading_fill (player, posting);
CREATE INDEX trading_fill_order ON trading_fill (order_id);
CREATE INDEX trading_fill_revision ON trading_fill (revision);

-- The books: of each posting and asset, the amounts are zero together. The asset is empty for cash, else a symbol.
CREATE TABLE trading_entry (
  posting BIGINT NOT NULL,
  player BIGINT NOT NULL,
  asset VARCHAR(64) NOT NULL,
  season VARCHAR(40) NOT NULL,
  amount NUMERIC(38, 12) NOT NULL,
  PRIMARY KEY (posting, player, asset)
);

CREATE INDEX trading_entry_player ON trading_entry (player, season, asset);

-- Points of the equity curve, by the minute since the player has joined the season.
CREATE TABLE trading_equity (
  player BIGINT NOT NULL,
  season VARCHAR(40) NOT NULL,
  at_minute INTEGER NOT NULL,
  noted BIGINT NOT NULL,
  equity NUMERIC(38, 12) NOT NULL,
  PRIMARY KEY (player, season, at_minute)
);
