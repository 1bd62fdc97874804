"""What may be wrong in the repaired text: shown to the editor, never changed."""
