-- Where reading a topic of Kafka goes on after a restart.
CREATE TABLE feeding_kafka_offset (
  topic VARCHAR(249) NOT NULL,
  partition_number INTEGER NOT NULL,
  next_offset BIGINT NOT NULL,
  PRIMARY KEY (topic, partition_number)
);
