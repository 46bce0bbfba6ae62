public struct Dummy {}
