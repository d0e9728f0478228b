"""What the calls of libraries are: one YAML file for each library, and their loader."""
