"""What taking out whole lines leaves behind."""
