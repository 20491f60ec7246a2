-- Where the firings of an alert are sent.
CREATE TABLE alerts_webhook (
  alert VARCHAR(64) PRIMARY KEY REFERENCES alerts_alert (id) ON DELETE CASCADE,
  owner VARCHAR(64) NOT NULL,
  url VARCHAR(2000) NOT NULL,
  host VARCHAR(255) NOT NULL,
  -- Whether its owner sees prices late.
  late BOOLEAN NOT NULL,
  -- When its receiver has said that it is gone.
  gone BIGINT
);

CREATE INDEX alerts_webhook_owner ON alerts_webhook (owner);

-- What the requests of an owner are signed with. After a change, the secret before signs too, for a while.
CREATE TABLE alerts_webhook_secret (
  owner VARCHAR(64) PRIMARY KEY,
  secret VARCHAR(100) NOT NULL,
  created BIGINT NOT NULL,
  previous VARCHAR(100),
  previous_until BIGINT
);

-- Firings that are to be sent ('waiting'), or could not be ('dead'). Of one that is being sent, due says until when
-- nobody else may send it; of a dead one, since when it is.
CREATE TABLE alerts_delivery (
  id VARCHAR(128) PRIMARY KEY,
  number BIGINT NOT NULL,
  owner VARCHAR(64) NOT NULL,
  alert VARCHAR(64) NOT NULL,
  url VARCHAR(2000) NOT NULL,
  host VARCHAR(255) NOT NULL,
  fired BIGINT NOT NULL,
  body VARCHAR(4000) NOT NULL,
  state VARCHAR(16) NOT NULL,
  attempts INTEGER NOT NULL,
  due BIGINT NOT NULL,
  give_up BIGINT NOT NULL,
  tried BIGINT,
  status INTEGER,
  reason VARCHAR(200)
);

CREATE INDEX alerts_delivery_due ON alerts_delivery (state, due);
CREATE INDEX alerts_delivery_owner ON alerts_delivery (owner, state, number);
