"""What ``init`` needs: the files of a new site, and where the package itself is to be installed from."""
