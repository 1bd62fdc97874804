"""Line ends that HTML means as spaces."""
