-- What issuers have said last of the accounts that they vouch for: for what is sent to those while they are not there.
CREATE TABLE identity_issuer_word (
  account VARCHAR(64) PRIMARY KEY,
  -- Whether it may see prices at once.
  realtime BOOLEAN NOT NULL,
  said BIGINT NOT NULL,
  -- When that is good no longer.
  ends BIGINT NOT NULL
);

CREATE INDEX identity_issuer_word_ends ON identity_issuer_word (ends);
