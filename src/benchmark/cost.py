"""What a million requests cost, at measured times."""

# x86_64, us-east-1, without the free tier: https://aws.amazon.com/lambda/pricing/
DOLLARS_PER_GIGABYTE_SECOND = 0.0000166667
DOLLARS_PER_MILLION_REQUESTS = 0.20
# https://aws.amazon.com/dynamodb/pricing/on-demand/: an item of up to 1 kB
DOLLARS_PER_MILLION_WRITES = 0.625
COLD = 0.01  # one request in a hundred starts a container

FORMULA = (
    "One request in a hundred starts a container. A GB-second costs 0.0000166667 $, a million requests 0.20 $ more. "
    "Each time is rounded up to whole milliseconds, as Lambda bills it, and the start is billed, too"
)


def per_million(megabytes: int, start: float, first: float, warm: float) -> float:
    """Dollars, of milliseconds."""
    seconds = ((1 - COLD) * whole(warm) + COLD * (whole(start) + whole(first))) / 1000
    return DOLLARS_PER_MILLION_REQUESTS + 1_000_000 * megabytes / 1024 * seconds * DOLLARS_PER_GIGABYTE_SECOND


def whole(milliseconds: float) -> int:
    return -int(-milliseconds // 1)
