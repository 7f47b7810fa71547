package suites

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// Statistics sums up samples of a rate, in the samples' unit.
type Statistics struct {
	// Count is the number of samples; all else is zero when it is zero.
	Count  int     `json:"count"`
	Mean   float64 `json:"mean"`
	Median float64 `json:"median"`
	// StandardDeviation is the sample's (n-1); zero for a single sample.
	StandardDeviation float64 `json:"standard_deviation"`
	// VariationPercent is the standard deviation over the mean (the lab's "CV").
	VariationPercent float64 `json:"variation_percent"`
	// SpreadPercent is half the range over the mean: the "±" that holds all samples.
	SpreadPercent float64 `json:"spread_percent"`
	Min           float64 `json:"min"`
	Max           float64 `json:"max"`
	// Interval95 is the bootstrap interval of the mean; nil for fewer than two
	// samples, which say nothing about their spread.
	Interval95 *Interval `json:"interval_95,omitempty"`
	// Outliers are indices into the samples as given, counted from 0. They are
	// shown, never left out of the figures above.
	Outliers []int `json:"outliers,omitempty"`
}

// Interval is a closed range.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// Summarise describes samples. Equal samples give equal figures on any machine
// and in any order (but for Outliers, which are positions).
func Summarise(samples []float64) Statistics {
	if len(samples) == 0 {
		return Statistics{}
	}
	sorted := slices.Sorted(slices.Values(samples))
	s := Statistics{
		Count:  len(sorted),
		Mean:   mean(sorted),
		Median: median(sorted),
		Min:    sorted[0],
		Max:    sorted[len(sorted)-1],
	}
	if s.Count > 1 {
		s.StandardDeviation = deviation(sorted, s.Mean)
		s.Interval95 = bootstrap(sorted)
	}
	if s.Mean != 0 {
		s.VariationPercent = 100 * s.StandardDeviation / math.Abs(s.Mean)
		s.SpreadPercent = 100 * (s.Max - s.Min) / 2 / math.Abs(s.Mean)
	}
	s.Outliers = outliers(samples, s.Median)
	return s
}

// SummariseHarmonic describes rates of which each took its own time for the same
// work: Mean is the work over the mean time, as tools that print an average latency
// have it, and Interval95 that of the mean time, turned over. All else is Summarise's.
// Rates must be above 0.
func SummariseHarmonic(rates []float64) Statistics {
	s := Summarise(rates)
	if s.Count == 0 {
		return s
	}
	times := make([]float64, len(rates))
	for i, rate := range rates {
		times[i] = 1 / rate
	}
	t := Summarise(times)
	s.Mean = 1 / t.Mean
	s.VariationPercent = 100 * s.StandardDeviation / s.Mean
	s.SpreadPercent = 100 * (s.Max - s.Min) / 2 / s.Mean
	if t.Interval95 != nil {
		s.Interval95 = &Interval{Low: 1 / t.Interval95.High, High: 1 / t.Interval95.Low}
	}
	return s
}

// mean adds differences to the first value, so that constant data give exactly
// their own value back.
func mean(values []float64) float64 {
	var sum float64
	for _, v := range values {
		sum += v - values[0]
	}
	return values[0] + sum/float64(len(values))
}

func median(sorted []float64) float64 {
	n := len(sorted)
	if n%2 == 1 {
		return sorted[n/2]
	}
	return sorted[n/2-1] + (sorted[n/2]-sorted[n/2-1])/2
}

func deviation(values []float64, mean float64) float64 {
	var sum float64
	for _, v := range values {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / float64(len(values)-1))
}

// resamples is what Efron and Tibshirani (An Introduction to the Bootstrap, 1993,
// section 12.4) ask of a percentile interval, several times over.
const resamples = 10_000

// bootstrap returns the percentile interval of the mean. The seed is fixed: the
// interval is a property of the samples. With a handful of samples it is
// narrower than the truth, as every percentile bootstrap is.
func bootstrap(sorted []float64) *Interval {
	source := rand.NewPCG(0x636169726e, 1) // "cairn"
	n := uint64(len(sorted))
	means := make([]float64, resamples)
	drawn := make([]float64, n)
	for i := range means {
		for j := range drawn {
			// Lemire's multiplication instead of rand's own reduction, which may change
			// between Go releases; its bias is below n/2^64.
			high, _ := bits.Mul64(source.Uint64(), n)
			drawn[j] = sorted[high]
		}
		means[i] = mean(drawn)
	}
	slices.Sort(means)
	const tail = resamples * 25 / 1000
	return &Interval{Low: means[tail], High: means[resamples-1-tail]}
}

// outliers finds samples whose modified z-score is above 3.5 (Iglewicz and
// Hoaglin, How to Detect and Handle Outliers, 1993) and that lie more than 1 %
// from the median: below that a clock's grain would be called an outlier.
func outliers(samples []float64, middle float64) []int {
	if len(samples) < 3 {
		return nil
	}
	distances := make([]float64, len(samples))
	var sum float64
	for i, v := range samples {
		distances[i] = math.Abs(v - middle)
		sum += distances[i]
	}
	scale := 1.4826 * median(slices.Sorted(slices.Values(distances)))
	if scale == 0 { // more than half agree exactly: fall back on the mean distance
		scale = 1.2533 * sum / float64(len(samples))
	}
	var found []int
	for i, d := range distances {
		if d > 3.5*scale && d > 0.01*math.Abs(middle) {
			found = append(found, i)
		}
	}
	return found
}
