CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, name TEXT COLLATE NOCASE, created TEXT DEFAULT CURRENT_TIMESTAMP);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE, total NUMERIC DEFAULT 0 CHECK (total >= 0), note TEXT,
  CONSTRAINT note_length CHECK (length(note) < 100), UNIQUE (customer, note));
CREATE INDEX orders_open ON orders (customer, lower(note)) WHERE total > 0;
CREATE VIEW open_orders AS SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer;
CREATE VIEW big_orders AS SELECT * FROM open_orders WHERE id > 100;
CREATE TRIGGER orders_log AFTER INSERT ON orders BEGIN UPDATE customers SET name = 'x' WHERE id = NEW.customer; END;
