"""What tools/faces writes, a module a language, and the tables that it reads."""
