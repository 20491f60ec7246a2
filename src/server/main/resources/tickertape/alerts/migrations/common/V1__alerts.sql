-- Times are microseconds since 1970.

-- Each transaction that changes alerts takes its revision here first, so that revisions become visible in their order.
CREATE TABLE alerts_revision (
  id INTEGER PRIMARY KEY,
  last_revision BIGINT NOT NULL
);

INSERT INTO alerts_revision (id, last_revision) VALUES (1, 0);

-- The round is the number of its next firing: it changes with each, and a firing of another round changes nothing.
CREATE TABLE alerts_alert (
  id VARCHAR(64) PRIMARY KEY,
  owner VARCHAR(64) NOT NULL,
  symbol VARCHAR(64) NOT NULL,
  terms VARCHAR(1000) NOT NULL,
  pause_seconds INTEGER,
  ends BIGINT,
  note VARCHAR(400) NOT NULL,
  state VARCHAR(16) NOT NULL,
  round BIGINT NOT NULL,
  rests_until BIGINT,
  last_fired BIGINT,
  created BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  revision BIGINT NOT NULL
);

CREATE INDEX alerts_alert_owner ON alerts_alert (owner);
CREATE INDEX alerts_alert_revision ON alerts_alert (revision);

-- What has fired: written in the transaction that changes the alert, published afterwards.
CREATE TABLE alerts_firing (
  id VARCHAR(128) PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  owner VARCHAR(64) NOT NULL,
  alert VARCHAR(64) NOT NULL,
  fired BIGINT NOT NULL,
  published BOOLEAN NOT NULL,
  body VARCHAR(4000) NOT NULL
);

CREATE INDEX alerts_firing_owner ON alerts_firing (owner, number);

-- The symbols whose trading was stopped when a server looked last.
CREATE TABLE alerts_halt (
  symbol VARCHAR(64) PRIMARY KEY
);
