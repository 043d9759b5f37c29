"""Who publishes this copy: the values, MkDocs that is told of them, and what shows them."""
