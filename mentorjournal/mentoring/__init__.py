"""What mentoring up means: pure functions over plain records, without Qt, SQL or a clock."""
