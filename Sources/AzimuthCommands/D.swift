struct Dummy2 {}
