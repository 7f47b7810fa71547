package stacks

func (a *lister) python(p *Python) {
	a.text("python.version", p.Version, p.Range)
	if t := p.Toolchain; t != nil {
		a.text("python.toolchain", t.Name, p.Range)
		a.toolchain("toolchain."+t.Name, t)
	}
	if p.Glibc != DefaultGlibc {
		a.text("python.glibc", p.Glibc, p.Range)
	}
	a.list("python.requires", p.Requires, p.Range)
	a.list("python.constraints", p.Constraints, p.Range)
	a.list("python.overrides", p.Overrides, p.Range)
	a.list("python.excludes", p.Excludes, p.Range)
	a.pairs("python.indexes", p.Indexes, p.Range)
	a.text("python.exclude_newer", p.ExcludeNewer, p.Range)
	var from, sdists []string
	for _, index := range p.From {
		from = append(from, index.Name)
		a.text("index."+index.Name+".url", index.URL, index.Range)
		a.flag("index."+index.Name+".links", index.Links, index.Range)
	}
	for _, s := range p.Sdists {
		sdists = append(sdists, s.Name)
		path := "python.sdist." + s.Name
		a.text(path+".isa", s.ISA, s.Range)
		a.pairs(path+".variables", s.Variables, s.Range)
		a.pairs(path+".options", s.Options, s.Range)
	}
	a.list("python.from", from, p.Range)
	a.list("python.sdists", sdists, p.Range)
}
