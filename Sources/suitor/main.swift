print("suitor")
