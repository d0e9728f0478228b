CREATE FUNCTION order_count() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$; -- finds: sql.security.definer-function-without-search-path

CREATE OR REPLACE FUNCTION shop.total(order_id int) -- finds: sql.security.definer-function-without-search-path
RETURNS int
LANGUAGE sql
SECURITY DEFINER
AS $$ SELECT 2 $$;

CREATE FUNCTION safe_count() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT 1 $$; -- ok: sql.security.definer-function-without-search-path

CREATE FUNCTION invoker_count() RETURNS int LANGUAGE sql SECURITY INVOKER AS $$ SELECT 1 $$; -- ok: sql.security.definer-function-without-search-path
CREATE FUNCTION plain_count() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; -- ok: sql.security.definer-function-without-search-path
