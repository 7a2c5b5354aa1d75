package content

import (
	"reflect"
	"sync"
)

// binding says where the fields of a struct of the domain lie, by their keys.
type binding map[string][]int

var bindings sync.Map // reflect.Type -> binding

// bindingOf reads the struct tags of t: `key:"…"` binds a field, `inline:"…"`
// a struct whose fields are written beside the others.
func bindingOf(t reflect.Type) binding {
	if b, ok := bindings.Load(t); ok {
		return b.(binding)
	}
	b := binding{}
	b.add(t, nil)
	bindings.Store(t, b)
	return b
}

func (b binding) add(t reflect.Type, prefix []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		index := append(prefix[:len(prefix):len(prefix)], i)
		if key := f.Tag.Get("key"); key != "" {
			b[key] = index
		} else if f.Tag.Get("inline") != "" {
			b.add(f.Type, index)
		}
	}
}

// field returns the struct field that the key is bound to. Every key of the
// field tables is bound: a test holds the two together.
func (b binding) field(into reflect.Value, key string) reflect.Value {
	return into.FieldByIndex(b[key])
}
