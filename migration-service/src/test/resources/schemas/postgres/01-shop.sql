CREATE TYPE status AS ENUM ('new', 'paid', 'sent');
CREATE DOMAIN money_amount AS numeric(12,2) CHECK (VALUE >= 0);
CREATE TABLE customers (id serial PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, name text, created timestamptz DEFAULT now());
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer int NOT NULL REFERENCES customers ON DELETE CASCADE,
  status status NOT NULL DEFAULT 'new',
  total money_amount DEFAULT 0,
  note text,
  CONSTRAINT note_length CHECK (length(note) < 100));
CREATE INDEX orders_open ON orders (customer, lower(note)) WHERE status <> 'sent';
CREATE VIEW open_orders AS SELECT o.id, c.email, o.total FROM orders o JOIN customers c ON c.id = o.customer WHERE o.status <> 'sent';
CREATE VIEW big_orders AS SELECT * FROM open_orders WHERE total > 100;
COMMENT ON TABLE orders IS 'what was bought';
COMMENT ON COLUMN orders.note IS 'it''s free text';
COMMENT ON VIEW open_orders IS 'not sent yet';
COMMENT ON COLUMN open_orders.total IS 'in euros';
