DELETE FROM orders; -- finds: sql.bug.every-row-deleted
delete from shop.customers; -- finds: sql.bug.every-row-deleted
DELETE FROM orders WHERE shipped IS NOT NULL; -- ok: sql.bug.every-row-deleted
DELETE FROM orders WHERE TRUE; -- ok: sql.bug.every-row-deleted
DELETE FROM staging_orders; -- ok: sql.bug.every-row-deleted
TRUNCATE TABLE orders; -- ok: sql.bug.every-row-deleted
UPDATE orders SET shipped = NULL; -- ok: sql.bug.every-row-deleted
DELETE FROM orders LIMIT 10; -- ok: sql.bug.every-row-deleted
