CREATE TABLE customers (email varchar(100) CHARACTER SET latin1, id bigint PRIMARY KEY, name varchar(50) NOT NULL DEFAULT 'x', extra json);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, status enum('new','paid','sent') NOT NULL DEFAULT 'paid', total double, tax double GENERATED ALWAYS AS (total * 0.19) STORED,
  CONSTRAINT buyer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE SET NULL);
CREATE TABLE regions (code char(2), part int UNSIGNED, `Mixed Case` int INVISIBLE, PRIMARY KEY (code, part)) ROW_FORMAT=DYNAMIC;
CREATE VIEW open_orders AS SELECT o.tax, o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer;
CREATE SEQUENCE tickets START WITH 5 INCREMENT BY 3 MAXVALUE 1000;
CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n + n;
