def f():
    """We leverage it, and a long
    MVP of the MVP."""
    # We leverage
    # the MVP.
    return "MVP"
