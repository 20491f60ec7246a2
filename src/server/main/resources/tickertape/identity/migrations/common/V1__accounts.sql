-- Times are microseconds since 1970.

-- Who may sign in. The skeleton is the same for all names that people would take for one another.
CREATE TABLE identity_account (
  id VARCHAR(64) PRIMARY KEY,
  name VARCHAR(64) NOT NULL,
  skeleton VARCHAR(128) NOT NULL UNIQUE,
  password VARCHAR(255),
  issuer VARCHAR(255),
  subject VARCHAR(255),
  rights VARCHAR(1000) NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (issuer, subject)
);

-- What cookies are signed with.
CREATE TABLE identity_session_key (
  id VARCHAR(64) PRIMARY KEY,
  secret VARCHAR(64) NOT NULL,
  created BIGINT NOT NULL
);

-- Sessions, by their credential, and all sessions of accounts, by the account's id, that ended before their time.
CREATE TABLE identity_ended (
  id VARCHAR(96) PRIMARY KEY,
  ended BIGINT NOT NULL,
  forgotten BIGINT NOT NULL
);

-- Only a hash is kept of a token.
CREATE TABLE identity_token (
  id VARCHAR(64) PRIMARY KEY,
  account VARCHAR(64) NOT NULL,
  name VARCHAR(64) NOT NULL,
  hash VARCHAR(64) NOT NULL,
  scopes VARCHAR(255) NOT NULL,
  created BIGINT NOT NULL,
  expires BIGINT
);

CREATE INDEX identity_token_account ON identity_token (account);

CREATE TABLE identity_audit (
  id VARCHAR(64) PRIMARY KEY,
  at BIGINT NOT NULL,
  action VARCHAR(32) NOT NULL,
  account VARCHAR(64),
  name VARCHAR(1000) NOT NULL,
  address VARCHAR(255) NOT NULL,
  detail VARCHAR(1000) NOT NULL
);

CREATE INDEX identity_audit_at ON identity_audit (at);
