@dataclass(frozen=True)
class A[T]:
  x: Dict[str, int] = {'a': 1}
  y: "a = b" = 2
