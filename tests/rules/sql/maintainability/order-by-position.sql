SELECT name, total FROM orders ORDER BY 2; -- finds: sql.maintainability.order-by-position
SELECT name, total FROM orders ORDER BY 1 DESC; -- finds: sql.maintainability.order-by-position
SELECT name, total FROM orders ORDER BY total; -- ok: sql.maintainability.order-by-position
SELECT name, total FROM orders WHERE total = 2 LIMIT 1; -- ok: sql.maintainability.order-by-position
