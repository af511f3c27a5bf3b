We leverage it.
