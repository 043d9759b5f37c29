"""Pictures that are drawn anew when their source changes, and committed."""
