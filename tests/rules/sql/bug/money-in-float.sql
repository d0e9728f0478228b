CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    unit_price FLOAT NOT NULL, -- finds: sql.bug.money-in-float
    shipping_cost DOUBLE PRECISION, -- finds: sql.bug.money-in-float
    tax NUMERIC(5, 2),
    list_price NUMERIC(12, 2), -- ok: sql.bug.money-in-float
    weight REAL, -- ok: sql.bug.money-in-float
    price_note TEXT -- ok: sql.bug.money-in-float
);
