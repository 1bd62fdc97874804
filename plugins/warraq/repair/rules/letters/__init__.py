"""The right letters and signs in the wrong code points or places."""
