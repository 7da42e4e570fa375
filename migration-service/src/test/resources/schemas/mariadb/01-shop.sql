CREATE TABLE customers (id int AUTO_INCREMENT PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, name text, created timestamp DEFAULT current_timestamp ON UPDATE current_timestamp) COMMENT 'who buys';
CREATE TABLE orders (id bigint PRIMARY KEY AUTO_INCREMENT, customer int NOT NULL, status enum('new','paid') NOT NULL DEFAULT 'new', total decimal(12,2) DEFAULT 0 CHECK (total >= 0), note varchar(100) COMMENT 'it''s free',
  CONSTRAINT buyer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE, CONSTRAINT note_length CHECK (length(note) < 100));
CREATE INDEX orders_open ON orders (customer, note(10) DESC);
CREATE VIEW open_orders AS SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer WHERE o.status = 'new';
CREATE VIEW big_orders AS SELECT * FROM open_orders WHERE id > 100;
CREATE TRIGGER orders_total BEFORE INSERT ON orders FOR EACH ROW SET NEW.total = coalesce(NEW.total, 0);
CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2;
