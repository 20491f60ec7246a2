-- The texts that have ended; times are in microseconds since 1970, and no two are alike on one server. An owner is the id
-- of an account: only it reads the text.
CREATE TABLE commentary_text (
  id VARCHAR(16) PRIMARY KEY,
  owner VARCHAR(600),
  symbol VARCHAR(64),
  language VARCHAR(2) NOT NULL,
  occasion VARCHAR(16) NOT NULL,
  question VARCHAR(20000),
  author VARCHAR(100) NOT NULL,
  written_at BIGINT NOT NULL,
  ended_at BIGINT NOT NULL,
  reason VARCHAR(16) NOT NULL,
  body VARCHAR(20000) NOT NULL
);

CREATE INDEX commentary_text_ended ON commentary_text (ended_at);
CREATE INDEX commentary_text_owner ON commentary_text (owner, ended_at);
CREATE INDEX commentary_text_symbol ON commentary_text (symbol, ended_at);
