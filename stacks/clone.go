package stacks

import "reflect"

// clone returns a deep copy of a tree of this package's types: nothing that can
// be reached from the copy can be reached from v. What v names twice (a
// toolchain of two builds) the copy names twice.
func clone[T any](v *T) *T {
	c := cloner{}
	return c.copy(reflect.ValueOf(v)).Interface().(*T)
}

// cloner maps the pointers that were copied to their copies.
type cloner map[any]reflect.Value

func (c cloner) copy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		if done, ok := c[v.Interface()]; ok {
			return done
		}
		out := reflect.New(v.Type().Elem())
		c[v.Interface()] = out
		out.Elem().Set(c.copy(v.Elem()))
		return out
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v) // unexported fields are shared; they are never changed
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(c.copy(v.Field(i)))
			}
		}
		return out
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(c.copy(v.Index(i)))
		}
		return out
	case reflect.Map:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeMapWithSize(v.Type(), v.Len())
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, c.copy(v.MapIndex(key)))
		}
		return out
	}
	return v
}
