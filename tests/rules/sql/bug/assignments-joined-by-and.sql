UPDATE orders SET state = 2 AND total = 0 WHERE id = 5; -- finds: sql.bug.assignments-joined-by-and
UPDATE orders SET note = 'late' AND shipped = true; -- finds: sql.bug.assignments-joined-by-and
UPDATE orders SET state = 2, total = 0 WHERE id = 5 AND open = true; -- ok: sql.bug.assignments-joined-by-and
UPDATE orders SET open = (paid AND shipped) WHERE id = 5; -- ok: sql.bug.assignments-joined-by-and
SELECT id FROM orders WHERE state = 2 AND total = 0; -- ok: sql.bug.assignments-joined-by-and
