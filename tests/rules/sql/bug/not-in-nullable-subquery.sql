SELECT id FROM people WHERE id NOT IN (SELECT manager_id FROM people); -- finds: sql.bug.not-in-nullable-subquery
SELECT number FROM orders WHERE number NOT IN (SELECT order_number FROM invoices WHERE year = 2024); -- finds: sql.bug.not-in-nullable-subquery
SELECT id FROM people WHERE id NOT IN (SELECT manager_id FROM people WHERE manager_id IS NOT NULL); -- ok: sql.bug.not-in-nullable-subquery
SELECT id FROM people WHERE id NOT IN (SELECT id FROM leavers); -- ok: sql.bug.not-in-nullable-subquery
SELECT id FROM people WHERE id IN (SELECT manager_id FROM people); -- ok: sql.bug.not-in-nullable-subquery
SELECT id FROM people WHERE id NOT IN (1, 2, 3); -- ok: sql.bug.not-in-nullable-subquery
