package patches

// Limits bound what decoding may cost, so that a small hostile file cannot take
// the machine. A field that is zero has the value of DefaultLimits.
type Limits struct {
	// InputBytes is the largest patch file that is looked at.
	InputBytes int64
	// DecodedBytes is the largest size that any single layer may decode to.
	DecodedBytes int64
	// Ratio is how many bytes a compressed layer may yield for each byte that it
	// takes in, once it has yielded more than RatioFreeBytes.
	Ratio int64
	// RatioFreeBytes is what a compressed layer may yield before Ratio counts: a
	// small file of equal lines compresses very well and harms nobody.
	RatioFreeBytes int64
	// Layers is how many encodings may be nested.
	Layers int
}

// DefaultLimits are far above any patch that people keep in files (the largest one
// in the archives that this project knows decodes to half a megabyte, at a ratio of
// 6) and keep decoding under 200 MiB of memory: a layer's input and output are held
// at the same time.
var DefaultLimits = Limits{
	InputBytes:     64 << 20,
	DecodedBytes:   64 << 20,
	Ratio:          200,
	RatioFreeBytes: 1 << 20,
	Layers:         6,
}

// orDefault fills in the fields that are zero.
func (l Limits) orDefault() Limits {
	fill := func(v *int64, d int64) {
		if *v <= 0 {
			*v = d
		}
	}
	fill(&l.InputBytes, DefaultLimits.InputBytes)
	fill(&l.DecodedBytes, DefaultLimits.DecodedBytes)
	fill(&l.Ratio, DefaultLimits.Ratio)
	fill(&l.RatioFreeBytes, DefaultLimits.RatioFreeBytes)
	if l.Layers <= 0 {
		l.Layers = DefaultLimits.Layers
	}
	return l
}

// most is how many bytes a compressed layer of the given input size may yield.
func (l Limits) most(input int) int64 {
	return min(l.DecodedBytes, max(l.RatioFreeBytes, int64(input)*l.Ratio))
}
