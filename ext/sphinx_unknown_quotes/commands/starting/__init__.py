"""What ``init`` needs: the files of a new site, and the requirement by which the site installs this package."""
