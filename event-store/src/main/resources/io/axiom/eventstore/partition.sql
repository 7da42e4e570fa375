-- Attached rather than created in place: that takes no lock that stops a reader.
CREATE TABLE ${partition} (LIKE ${schema}.event INCLUDING DEFAULTS);
ALTER TABLE ${partition} ADD PRIMARY KEY (position);
CREATE UNIQUE INDEX ON ${partition} (aggregate_id, aggregate_type, sequence);
ALTER TABLE ${schema}.event ATTACH PARTITION ${partition} FOR VALUES FROM (${from}) TO (${to});
