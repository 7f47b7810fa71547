package stacks

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// sizeUnits are IEC 80000-13 prefixes, by powers of 1024.
var sizeUnits = []struct {
	name  string
	bytes int64
}{
	{"TiB", 1 << 40}, {"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10},
}

// ParseSize reads a whole number and a unit: "12GiB". The error says how to
// write what was probably meant.
func ParseSize(s string) (int64, error) {
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ")
	unit := strings.TrimSpace(s[len(digits):])
	for _, u := range sizeUnits {
		if unit != u.name || s != digits+unit {
			continue
		}
		n, err := strconv.ParseInt(digits, 10, 64)
		switch {
		case err != nil || n < 0 || strings.HasPrefix(digits, "+"):
			return 0, fmt.Errorf("%s is no size: write a whole number before %s, and for parts a smaller unit", quote(s), u.name)
		case n == 0:
			return 0, errors.New("a size of nothing asks for nothing: leave the attribute out")
		case n > math.MaxInt64/u.bytes:
			return 0, fmt.Errorf("%s is more than can be counted", quote(s))
		}
		return n * u.bytes, nil
	}
	for _, u := range sizeUnits {
		if unit != "" && strings.EqualFold(unit[:1], u.name[:1]) {
			return 0, fmt.Errorf("%s is no size: did you mean \"%s%s\"? Units are KiB, MiB, GiB and TiB, by powers of 1024", quote(s), digits, u.name)
		}
	}
	return 0, fmt.Errorf("%s is no size: write a whole number and KiB, MiB, GiB or TiB, such as \"12GiB\"", quote(s))
}
