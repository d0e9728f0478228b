SELECT id FROM products ORDER BY RAND() LIMIT 1; -- finds: sql.performance.sorted-at-random
SELECT id FROM products WHERE price > 5 ORDER BY random(); -- finds: sql.performance.sorted-at-random
SELECT id FROM products ORDER BY lower(name); -- ok: sql.performance.sorted-at-random
SELECT random() FROM products ORDER BY id; -- ok: sql.performance.sorted-at-random
