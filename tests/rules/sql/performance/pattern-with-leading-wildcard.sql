SELECT id FROM orders WHERE note LIKE '%urgent%'; -- finds: sql.performance.pattern-with-leading-wildcard
SELECT id FROM customers WHERE lower(email) like '%@example.com'; -- finds: sql.performance.pattern-with-leading-wildcard
SELECT id FROM orders WHERE note LIKE 'urgent%'; -- ok: sql.performance.pattern-with-leading-wildcard
SELECT id FROM orders WHERE note = '%urgent%'; -- ok: sql.performance.pattern-with-leading-wildcard
SELECT id FROM orders WHERE note LIKE '_5%'; -- ok: sql.performance.pattern-with-leading-wildcard
