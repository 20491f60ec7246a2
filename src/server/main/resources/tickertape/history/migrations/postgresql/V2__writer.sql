-- Which run of a server writes the bars: servers that share nothing but this database must not write the same ones.
CREATE TABLE history_writer (
  run VARCHAR(64) NOT NULL
);

INSERT INTO history_writer (run) VALUES ('');
