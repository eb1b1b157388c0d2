"""One file, one law; listing the folder finds them."""
