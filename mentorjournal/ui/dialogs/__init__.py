"""Forms: fields and checks; they return values and never write."""
