package sandbox

import "encoding/json"

// Paths, arguments and variables are bytes, which JSON's strings hold only where they are
// UTF-8 (RFC 8259, section 8.1): on its way to init every byte is a character of its own.

// MarshalJSON implements json.Marshaler.
func (s spec) MarshalJSON() ([]byte, error) {
	type plain spec
	return json.Marshal(plain(s.mapped(func(text string) string {
		characters := make([]rune, len(text))
		for i := range len(text) {
			characters[i] = rune(text[i])
		}
		return string(characters)
	})))
}

// UnmarshalJSON implements json.Unmarshaler.
func (s *spec) UnmarshalJSON(text []byte) error {
	type plain spec
	if err := json.Unmarshal(text, (*plain)(s)); err != nil {
		return err
	}
	*s = s.mapped(func(text string) string {
		var bytes []byte
		for _, character := range text {
			bytes = append(bytes, byte(character))
		}
		return string(bytes)
	})
	return nil
}

// mapped returns the spec with f of each of its texts.
func (s spec) mapped(f func(string) string) spec {
	all := func(texts []string) (mapped []string) {
		for _, text := range texts {
			mapped = append(mapped, f(text))
		}
		return mapped
	}
	s.Argv, s.Environ, s.Path, s.Dir, s.Hostname, s.Scratch = all(s.Argv), all(s.Environ), f(s.Path), f(s.Dir), f(s.Hostname), f(s.Scratch)
	mounts := s.Mounts
	s.Mounts = nil
	for _, m := range mounts {
		m.Source, m.Target, m.Link = f(m.Source), f(m.Target), f(m.Link)
		s.Mounts = append(s.Mounts, m)
	}
	return s
}
