-- Times are microseconds since 1970.

-- Each transaction that writes takes its revisions here first, so that they become visible in their order. What is at or
-- below `published` some server has put on its tape.
CREATE TABLE chat_revision (
  id INTEGER PRIMARY KEY,
  last_revision BIGINT NOT NULL,
  published BIGINT NOT NULL
);

INSERT INTO chat_revision (id, last_revision, published) VALUES (1, 0, 0);

-- Who has written: by an id that tells nothing of the account. The row goes with the account.
CREATE TABLE chat_author (
  account VARCHAR(64) PRIMARY KEY,
  id VARCHAR(64) NOT NULL UNIQUE,
  name VARCHAR(128) NOT NULL,
  muted_until BIGINT,
  muted_for VARCHAR(400)
);

CREATE TABLE chat_room (
  room VARCHAR(64) PRIMARY KEY,
  last_seq BIGINT NOT NULL
);

-- The text is null once the message was deleted. The digest is of the text as it was sent first.
CREATE TABLE chat_message (
  room VARCHAR(64) NOT NULL,
  seq BIGINT NOT NULL,
  id VARCHAR(64) NOT NULL,
  author VARCHAR(64) NOT NULL,
  text VARCHAR(8000),
  digest VARCHAR(64),
  mentions VARCHAR(1000) NOT NULL,
  created BIGINT NOT NULL,
  edited BIGINT,
  deleted VARCHAR(16),
  revision BIGINT NOT NULL UNIQUE,
  changed BIGINT NOT NULL,
  PRIMARY KEY (room, seq),
  UNIQUE (author, id)
);

CREATE INDEX chat_message_created ON chat_message (created);

-- Who is named in a message. The number is the revision at which it was.
CREATE TABLE chat_mention (
  account VARCHAR(64) NOT NULL,
  number BIGINT NOT NULL,
  room VARCHAR(64) NOT NULL,
  seq BIGINT NOT NULL,
  created BIGINT NOT NULL,
  PRIMARY KEY (account, number)
);

CREATE INDEX chat_mention_number ON chat_mention (number);
CREATE INDEX chat_mention_message ON chat_mention (room, seq);
CREATE INDEX chat_mention_created ON chat_mention (created);

-- How far somebody has read.
CREATE TABLE chat_read (
  account VARCHAR(64) NOT NULL,
  room VARCHAR(64) NOT NULL,
  seq BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (account, room)
);

CREATE INDEX chat_read_revision ON chat_read (revision);
