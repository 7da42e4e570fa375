CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT 'x', email VARCHAR(50), extra BLOB);
CREATE UNIQUE INDEX customers_email ON customers (lower(email));
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED, total REAL, tax REAL GENERATED ALWAYS AS (total * 0.19) STORED);
CREATE TABLE regions (code TEXT, part INT, "Mixed Case" INT, PRIMARY KEY (code, part)) WITHOUT ROWID;
CREATE VIEW open_orders AS SELECT o.id, c.email, o.tax FROM orders o JOIN customers c ON c.id = o.customer;
