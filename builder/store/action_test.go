package store

import "testing"

// The next run is planned with what all processes took, which is never less than what
// the largest did: records of old programs have no sum.
func TestTakenIsNeverLessThanTheLargestProcess(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		record Record
		want   Taken
	}{
		"both":     {Record{PeakRSSBytes: 2, PeakTotalBytes: 3, Jobs: 4}, Taken{RSSBytes: 2, TotalBytes: 3, Jobs: 4}},
		"no sum":   {Record{PeakRSSBytes: 2, Jobs: 4}, Taken{RSSBytes: 2, TotalBytes: 2, Jobs: 4}},
		"the most": {Record{PeakRSSBytes: 2, Jobs: 4, Most: Taken{RSSBytes: 9, TotalBytes: 9, Jobs: 1}}, Taken{RSSBytes: 9, TotalBytes: 9, Jobs: 1}},
	} {
		if got := tc.record.Taken(); got != tc.want {
			t.Errorf("%s: got %+v, want %+v", name, got, tc.want)
		}
	}
}
