CREATE TABLE orders (id INTEGER PRIMARY KEY, total NUMERIC(10, 2));
GRANT ALL ON orders TO PUBLIC; -- finds: sql.security.write-privileges-for-everybody
GRANT SELECT, UPDATE ON orders TO PUBLIC; -- finds: sql.security.write-privileges-for-everybody
GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC; -- finds: sql.security.write-privileges-for-everybody
GRANT SELECT ON orders TO PUBLIC; -- ok: sql.security.write-privileges-for-everybody
GRANT ALL ON orders TO shop_app; -- ok: sql.security.write-privileges-for-everybody
GRANT ALL ON ALL TABLES IN SCHEMA public TO shop_app; -- ok: sql.security.write-privileges-for-everybody
