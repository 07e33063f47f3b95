"""Files on the disk: how they are read at once, written whole and kept between runs."""
