package sources

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-git/go-git/v5/plumbing"
)

// object is a git object in memory whose content is shared and never written to.
type object struct {
	id      plumbing.Hash
	kind    plumbing.ObjectType
	content []byte
}

var errImmutable = errors.New("this object is read-only: write to a NewEncodedObject")

// Hash returns the id that the object was asked for by.
func (o *object) Hash() plumbing.Hash { return o.id }

// Type returns the object's type.
func (o *object) Type() plumbing.ObjectType { return o.kind }

// SetType does nothing: the object is immutable.
func (o *object) SetType(plumbing.ObjectType) {}

// Size returns the content's length in bytes.
func (o *object) Size() int64 { return int64(len(o.content)) }

// SetSize does nothing: the object is immutable.
func (o *object) SetSize(int64) {}

// Bytes returns the content without a copy; it must not be written to.
func (o *object) Bytes() []byte { return o.content }

// Reader returns a reader that can also seek.
func (o *object) Reader() (io.ReadCloser, error) {
	return contentReader{bytes.NewReader(o.content)}, nil
}

// Writer fails: the object is immutable.
func (o *object) Writer() (io.WriteCloser, error) { return nil, errImmutable }

type contentReader struct{ *bytes.Reader }

// Close does nothing.
func (contentReader) Close() error { return nil }

// contentOf returns an object's content, without a copy where it is one of ours.
func contentOf(o plumbing.EncodedObject) (content []byte, err error) {
	if ours, ok := o.(*object); ok {
		return ours.content, nil
	}
	r, err := o.Reader()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	content = make([]byte, o.Size())
	_, err = io.ReadFull(r, content)
	return content, err
}
