CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    email VARCHAR(100) NOT NULL,
    password VARCHAR(20) NOT NULL -- finds: sql.security.password-column-too-short
);
CREATE TABLE admins (
    login VARCHAR(30),
    admin_password CHAR(16) -- finds: sql.security.password-column-too-short
);
CREATE TABLE users (
    login VARCHAR(30), -- ok: sql.security.password-column-too-short
    password VARCHAR(60), -- ok: sql.security.password-column-too-short
    password_salt VARCHAR(16), -- ok: sql.security.password-column-too-short
    password_hash TEXT -- ok: sql.security.password-column-too-short
);
