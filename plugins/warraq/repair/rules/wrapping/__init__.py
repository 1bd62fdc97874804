"""Line ends that a program put in to fit a width."""
