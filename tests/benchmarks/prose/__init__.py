"""The measure of the check of prose: a made-up collection, and pages that quote it rightly and wrongly."""
