CREATE ROLE shop LOGIN PASSWORD 'Wn8-pz4q'; -- finds: sql.security.password-in-statement
ALTER USER shop WITH PASSWORD 'Tz4-lopw'; -- finds: sql.security.password-in-statement
CREATE USER report IDENTIFIED BY 'r3port-77'; -- finds: sql.security.password-in-statement
CREATE ROLE writer LOGIN; -- ok: sql.security.password-in-statement
ALTER USER shop WITH PASSWORD 'changeme'; -- ok: sql.security.password-in-statement
CREATE ROLE app LOGIN PASSWORD '${APP_PASSWORD}'; -- ok: sql.security.password-in-statement
INSERT INTO settings (name, value) VALUES ('PASSWORD', 'none'); -- ok: sql.security.password-in-statement
