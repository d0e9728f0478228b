CREATE VIEW open_orders AS SELECT * FROM orders WHERE closed IS NULL; -- finds: sql.maintainability.star-in-view
CREATE OR REPLACE VIEW order_lines AS SELECT orders.id, lines.* FROM orders JOIN lines ON lines.order_id = orders.id; -- finds: sql.maintainability.star-in-view
CREATE VIEW totals AS SELECT id, total FROM orders; -- ok: sql.maintainability.star-in-view
CREATE VIEW counts AS SELECT count(*) FROM orders; -- ok: sql.maintainability.star-in-view
SELECT * FROM orders; -- ok: sql.maintainability.star-in-view
