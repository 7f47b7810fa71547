package stacks

import "github.com/hashicorp/hcl/v2"

func (a *lister) service(s *Service) {
	a.list("service.command", s.Command, s.Range)
	a.number("service.port", int64(s.Port), s.Range)
	if s.Health != defaultHealth {
		a.text("service.health", s.Health, s.Range)
	}
	if s.ReadyTimeout != defaultReadyTimeout {
		a.add("service.ready_timeout", s.ReadyTimeout.String(), s.Range)
	}
	a.model("service", s.Model, s.Range)
	a.pairs("service.variables", s.Variables, s.Range)
	a.needs("service.needs", s.Needs)
}

func (a *lister) needs(path string, n Needs) {
	a.number(path+".gpus", int64(n.GPUs), n.Range)
	a.text(path+".gpu", n.GPU, n.Range)
	a.number(path+".memory", n.MemoryBytes, n.Range)
}

// model lists the model that the block at path names; nil lists nothing.
func (a *lister) model(path string, m *Model, block hcl.Range) {
	if m == nil {
		return
	}
	a.text(path+".model", m.Name, block)
	path = "model." + m.Name
	a.text(path+".file", m.File, m.Range)
	a.text(path+".repository", m.Repository, m.Range)
	if !m.Revision.IsZero() {
		a.add(path+".revision", m.Revision.String(), m.Range)
	}
	a.digest(path+".sha256", m.SHA256, m.Range)
	a.number(path+".size", m.Size, m.Range)
}
