"""Line ends of other systems."""
