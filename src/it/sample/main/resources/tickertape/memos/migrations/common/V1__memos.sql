-- The latest memos, which outlive the server.
CREATE TABLE memos_memo (
  number BIGINT PRIMARY KEY,
  symbol VARCHAR(64) NOT NULL,
  text VARCHAR(280) NOT NULL,
  price NUMERIC(38, 18),
  written_at TIMESTAMP WITH TIME ZONE NOT NULL
);
