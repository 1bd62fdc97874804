"""What a title that HTML marks has to lose to be known as one without its tags."""
