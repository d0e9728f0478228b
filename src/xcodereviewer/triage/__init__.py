"""From what engines saw to what a person should look at: fuse, identify, baseline, suppress, score, gate."""
