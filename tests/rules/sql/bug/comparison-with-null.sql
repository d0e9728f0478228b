SELECT id FROM orders WHERE shipped = NULL; -- finds: sql.bug.comparison-with-null
SELECT id FROM orders WHERE total > 5 AND shipped <> NULL; -- finds: sql.bug.comparison-with-null
DELETE FROM orders WHERE shipped = null OR total = 0; -- finds: sql.bug.comparison-with-null
UPDATE orders SET shipped = NULL WHERE id = 5; -- ok: sql.bug.comparison-with-null
SELECT id FROM orders WHERE shipped IS NULL; -- ok: sql.bug.comparison-with-null
SELECT id FROM orders WHERE note = 'NULL'; -- ok: sql.bug.comparison-with-null
DELETE
    L
FROM
    [dbo].[OrderLine] L
WHERE
    L.[OrderId] = @Id
    AND NOT EXISTS (SELECT 1 FROM @Lines WHERE [Id] = L.[Id])

EXEC [dbo].[Order_BumpRevision] @Id
END
GO

CREATE OR ALTER PROCEDURE [dbo].[Order_Update] -- ok: sql.bug.comparison-with-null
    @Id UNIQUEIDENTIFIER,
    @Shipped DATETIME2(7) = NULL
AS
BEGIN
