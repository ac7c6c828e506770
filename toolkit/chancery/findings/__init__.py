"""Findings in the forms that others read: SARIF, annotations of GitHub, JUnit; the line they are about; baselines."""
