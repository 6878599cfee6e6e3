"""What is tried: a module for each folder of dist/, with a root of its own."""
