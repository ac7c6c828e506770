"""`python -m chancery`, where the command is not on the path."""

from chancery.cli import main

if __name__ == "__main__":  # worker processes import this module too
    main()
