"""The cells of tables, which become lines of their own. Asked only about HTML."""
