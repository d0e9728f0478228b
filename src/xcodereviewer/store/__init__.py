"""What is remembered: tables, sessions, transactions and the queries over them."""
