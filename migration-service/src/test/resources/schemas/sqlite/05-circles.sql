CREATE TABLE departments (id INTEGER PRIMARY KEY, manager INT REFERENCES employees);
CREATE TABLE employees (id INTEGER PRIMARY KEY, department INT NOT NULL REFERENCES departments, boss INT REFERENCES employees ON UPDATE CASCADE);
CREATE VIEW managers AS SELECT e.* FROM employees e JOIN departments d ON d.manager = e.id;
CREATE TRIGGER managers_insert INSTEAD OF INSERT ON managers BEGIN INSERT INTO employees (id, department) VALUES (NEW.id, NEW.department); END;
CREATE TABLE strict_one (b TEXT DEFAULT 'it''s (odd), -- really', a INT /* first */ NOT NULL CHECK (a > 1 AND a IN (2, 3)));
