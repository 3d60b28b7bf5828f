"""The file: SQLAlchemy and SQLite, no Qt."""
