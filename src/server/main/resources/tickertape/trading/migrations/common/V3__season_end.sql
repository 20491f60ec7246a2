-- The season that begins once all open orders of the one before have ended, some in each transaction; empty while none ends.
ALTER TABLE trading_state ADD COLUMN next_season VARCHAR(40) DEFAULT '' NOT NULL;

ALTER TABLE trading_state ADD COLUMN next_begin BIGINT DEFAULT 0 NOT NULL;
