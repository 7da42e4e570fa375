CREATE TABLE departments (id serial PRIMARY KEY, name varchar(100) NOT NULL, manager int);
CREATE TABLE employees (id serial PRIMARY KEY, department int NOT NULL REFERENCES departments, boss int REFERENCES employees);
ALTER TABLE departments ADD CONSTRAINT manager_fk FOREIGN KEY (manager) REFERENCES employees;
CREATE TABLE rooms (id int, during tsrange, EXCLUDE USING gist (during WITH &&));
CREATE SEQUENCE free_seq;
CREATE TABLE uses_seq (id bigint DEFAULT nextval('free_seq') PRIMARY KEY);
