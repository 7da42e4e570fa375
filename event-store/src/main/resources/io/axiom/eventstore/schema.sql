-- One context's log. ${schema} is the quoted schema; see docs/adr/0003-gapless-positions-by-group-commit.md.
CREATE SCHEMA IF NOT EXISTS ${schema};

-- Partitions of ${schema}.event are created by the writer, ahead of the head.
CREATE TABLE ${schema}.event (
    position       bigint PRIMARY KEY,
    hash           bytea  NOT NULL,
    aggregate_type text   COLLATE "C" NOT NULL,
    aggregate_id   text   COLLATE "C" NOT NULL,
    sequence       bigint NOT NULL,
    event_id       text   COLLATE "C" NOT NULL,
    type           text   COLLATE "C" NOT NULL,
    payload        bytea  NOT NULL,
    metadata       bytea  NOT NULL,
    time_micros    bigint NOT NULL
) PARTITION BY RANGE (position);

-- One row: the writers' common state, read and written under the advisory lock.
CREATE TABLE ${schema}.head (
    position bigint NOT NULL,
    hash     bytea  NOT NULL
);

-- Where to look for a stream: its first event's position, and the partition its last one is in. Written when a stream
-- begins and when it enters another partition, not with every event.
CREATE TABLE ${schema}.stream (
    aggregate_id   text   COLLATE "C" NOT NULL,
    aggregate_type text   COLLATE "C" NOT NULL,
    first_position bigint NOT NULL,
    last_from      bigint NOT NULL,
    last_until     bigint NOT NULL,
    PRIMARY KEY (aggregate_id, aggregate_type)
);

-- Makes event ids unique over all partitions. Ids that grow with time keep its index's hot end small.
CREATE TABLE ${schema}.event_identity (
    id       uuid   PRIMARY KEY,
    position bigint NOT NULL
);

CREATE TABLE ${schema}.command_outcome (
    command_id     text   COLLATE "C" PRIMARY KEY,
    first_position bigint NOT NULL,
    last_position  bigint NOT NULL,
    outcome        bytea  NOT NULL,
    hash           bytea  NOT NULL
);

CREATE TABLE ${schema}.snapshot (
    aggregate_id   text   COLLATE "C" NOT NULL,
    aggregate_type text   COLLATE "C" NOT NULL,
    sequence       bigint NOT NULL,
    event_id       text   NOT NULL,
    type           text   NOT NULL,
    payload        bytea  NOT NULL,
    metadata       bytea  NOT NULL,
    time_micros    bigint NOT NULL,
    PRIMARY KEY (aggregate_id, aggregate_type, sequence)
);

-- For people with psql; no code reads it.
CREATE VIEW ${schema}.readable AS
SELECT position, to_timestamp(time_micros / 1e6) AS time, aggregate_type, aggregate_id, sequence, type,
       convert_from(payload, 'UTF8') AS payload, convert_from(metadata, 'UTF8') AS metadata, event_id, encode(hash, 'hex') AS hash
FROM ${schema}.event;
