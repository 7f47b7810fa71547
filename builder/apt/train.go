package apt

import (
	"slices"
	"strings"

	"cairn/internal/lazyregexp"
)

// versioned is Intel's way of naming: intel-oneapi-COMPONENT-YYYY.N, where several
// versions of a component can be installed beside each other.
var versioned = lazyregexp.New(`^intel-oneapi-(.+)-([0-9]+\.[0-9]+)$`)

// numberedByTrain are the components whose number is that of the release train.
// Others count for themselves (mpi-2021.17, ccl-2021.17, tbb-2022.3 and umf-1.0 are
// of the train 2025.3).
var numberedByTrain = []string{"compiler", "dpcpp-cpp", "dpcpp-debugger", "openmp", "mkl", "dnnl", "icc", "ifx", "common-licensing", "common-oneapi-vars", "dev-utilities"}

// CheckTrain says whether packages are of one oneAPI release train: components that
// the train numbers must have its number, and no other component may be there in two
// numbers. The error is a *TrainError with all that stray, sorted by name. What is
// not named intel-oneapi-…-YYYY.N does not count: intel-oneapi-common-vars, the one
// that is shared by all trains, has only setvars.sh, which cairn never runs.
func CheckTrain(train string, packages []Package) error {
	e := &TrainError{Train: train}
	numbers := map[string][]Stray{}
	for _, p := range packages {
		parts := versioned.FindStringSubmatch(p.Name)
		if parts == nil {
			continue
		}
		component, number := parts[1], parts[2]
		stray := Stray{Name: p.Name, Version: p.Version, Train: number}
		if byTrain(component) {
			if number != train {
				e.Strays = append(e.Strays, stray)
			}
			continue
		}
		numbers[component] = append(numbers[component], stray)
	}
	for _, strays := range numbers {
		for _, s := range strays {
			if s.Train != strays[0].Train {
				e.Strays = append(e.Strays, strays...)
				break
			}
		}
	}
	if len(e.Strays) == 0 {
		return nil
	}
	slices.SortFunc(e.Strays, func(a, b Stray) int { return strings.Compare(a.Name, b.Name) })
	return e
}

func byTrain(component string) bool {
	return slices.ContainsFunc(numberedByTrain, func(family string) bool {
		return component == family || strings.HasPrefix(component, family+"-")
	})
}
