"""From the document Bitrise publishes to the contract, and from the contract to the client.

Each module is one step; `scripts/regenerate.py` runs them in order.
"""
