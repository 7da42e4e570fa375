CREATE TABLE departments (id bigint PRIMARY KEY, name varchar(100), manager bigint);
CREATE TABLE employees (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, department bigint REFERENCES departments ON UPDATE CASCADE DEFERRABLE, name text COLLATE "C");
ALTER TABLE departments ADD CONSTRAINT manager_fk FOREIGN KEY (manager) REFERENCES employees NOT VALID;
CREATE TABLE rooms (id text, during tsrange);
CREATE TABLE uses_seq (id bigint PRIMARY KEY);
