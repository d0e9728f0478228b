SELECT id FROM orders WHERE shipped = NULL; -- finds: sql.bug.comparison-with-null
SELECT id FROM orders WHERE total > 5 AND shipped <> NULL; -- finds: sql.bug.comparison-with-null
DELETE FROM orders WHERE shipped = null OR total = 0; -- finds: sql.bug.comparison-with-null
UPDATE orders SET shipped = NULL WHERE id = 5; -- ok: sql.bug.comparison-with-null
SELECT id FROM orders WHERE shipped IS NULL; -- ok: sql.bug.comparison-with-null
SELECT id FROM orders WHERE note = 'NULL'; -- ok: sql.bug.comparison-with-null
