"""What a release is made of; `packaging/dist` makes it."""
