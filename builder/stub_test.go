package builder

func buildForEver(dir string) {}
