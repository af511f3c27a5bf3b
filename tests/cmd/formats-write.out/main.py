def f():
    """We use it, and a long
    first version of the first version."""
    # We use
    # the first version.
    return "MVP"
