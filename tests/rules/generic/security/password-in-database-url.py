DATABASE_URL = "postgresql://orders:MemtfLO6UlSuck@db.orders.dev:5432/orders"  # finds: generic.security.password-in-database-url
BROKER = "amqps://worker:2KrziZJWlSlu@queue.orders.dev/live"  # finds: generic.security.password-in-database-url
REPORTS = "Server=sql.orders.dev;Database=reports;User Id=reader;Password=23iiiIZ8DhOH;"  # finds: generic.security.password-in-database-url

DATABASE_URL = "postgresql://user:password@host:5432/database"  # ok: generic.security.password-in-database-url
DATABASE_URL = f"postgresql://{user}:{password}@{host}/orders"  # ok: generic.security.password-in-database-url
DATABASE_URL = "postgresql://postgres:postgres@localhost/test"  # ok: generic.security.password-in-database-url
CACHE = "redis://cache.orders.dev:6379/0"  # ok: generic.security.password-in-database-url
MONGO = "mongodb+srv://<user>:<password>@cluster0.mongodb.net"  # ok: generic.security.password-in-database-url
