CREATE TABLE departments (id int PRIMARY KEY, manager int, KEY m (manager));
CREATE TABLE employees (id int PRIMARY KEY, department int NOT NULL, boss int, CONSTRAINT dep FOREIGN KEY (department) REFERENCES departments (id), CONSTRAINT boss FOREIGN KEY (boss) REFERENCES employees (id));
ALTER TABLE departments ADD CONSTRAINT managed FOREIGN KEY (manager) REFERENCES employees (id);
CREATE TABLE customers (id int, words text, FULLTEXT KEY words (words), UNIQUE KEY u (id)) ENGINE=InnoDB;
CREATE TABLE parts (id int, at date) PARTITION BY RANGE (year(at)) (PARTITION p0 VALUES LESS THAN (2025), PARTITION p1 VALUES LESS THAN MAXVALUE);
