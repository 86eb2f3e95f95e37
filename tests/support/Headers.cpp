// Nothing: what all tests include is compiled for it, once per layer.
