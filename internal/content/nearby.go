package content

import (
	"path"
	"sync"

	"smallwins/internal/diag"
)

// nearby finds the files that were most likely meant by paths that lead nowhere.
// It may be used by several goroutines at a time.
type nearby struct {
	folders func() map[string]*diag.Shelf // the names in each folder
}

// newNearby knows the files with the given paths, which are sorted.
func newNearby(files func() []string) nearby {
	return nearby{sync.OnceValue(func() map[string]*diag.Shelf {
		names := map[string][]string{}
		for _, file := range files() {
			folder, name := path.Split(file)
			names[folder] = append(names[folder], name)
		}
		shelves := make(map[string]*diag.Shelf, len(names))
		for folder, in := range names {
			shelves[folder] = diag.NewShelf(in)
		}
		return shelves
	})}
}

// to returns the file of the same folder whose name is nearest, or "".
func (n nearby) to(file string) string {
	folder, name := path.Split(file)
	if shelf := n.folders()[folder]; shelf != nil {
		if near := shelf.Nearest(name); near != "" {
			return folder + near
		}
	}
	return ""
}
