CREATE TYPE mood AS ENUM ('ok', 'glad');
CREATE DOMAIN happy AS mood NOT NULL;
CREATE TABLE people (id int, mood mood, moods mood[], h happy DEFAULT 'ok', mail text, happy_text text GENERATED ALWAYS AS (mail || 'z') STORED);
ALTER TABLE people ADD CONSTRAINT later CHECK (id > 3);
CREATE VIEW moods WITH (security_barrier = true) AS SELECT id, mood FROM people;
CREATE TABLE "select" ("from" int, "Where It's" text DEFAULT E'a\\b''c', PRIMARY KEY ("from"));
CREATE INDEX "an index" ON "select" ("Where It's" DESC NULLS LAST) INCLUDE ("from") WITH (fillfactor = 80);
