-- The audit reads the entries of a player in their order, some at a time, and open orders without those that have ended.
CREATE INDEX trading_entry_of ON trading_entry (player, posting);

DROP INDEX trading_entry_player;

CREATE INDEX trading_order_player_open ON trading_order (player, is_open);
