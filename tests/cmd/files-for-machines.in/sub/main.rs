// We leverage it.
