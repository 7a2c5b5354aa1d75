package diag

import "strings"

// Shelf holds many words, such as ids or file names, so that the nearest to a
// misspelt one is found without comparing it with all of ten thousand: a slip is
// in the one half of a word or in the other, so that one of both still leads to
// it. A shelf may be used by several goroutines at a time.
type Shelf struct {
	all        []string // while there are few
	head, tail map[string][]string
}

const (
	fewWords  = 200 // compared one by one
	halfWords = 100 // compared at most for each half
	halfSize  = 8
)

// NewShelf makes a shelf of words. Of words that are as near as each other the
// one that stands first here is found.
func NewShelf(words []string) *Shelf {
	if len(words) <= fewWords {
		return &Shelf{all: append([]string{}, words...)}
	}
	s := &Shelf{head: map[string][]string{}, tail: map[string][]string{}}
	for _, word := range words {
		head, tail := halves(word)
		if len(s.head[head]) < halfWords {
			s.head[head] = append(s.head[head], word)
		}
		if len(s.tail[tail]) < halfWords {
			s.tail[tail] = append(s.tail[tail], word)
		}
	}
	return s
}

// halves returns the start and the end of a word: most ids begin with a date and
// end with words.
func halves(word string) (head, tail string) {
	word = strings.ToLower(word)
	if len(word) <= halfSize {
		return word, word
	}
	return word[:halfSize], word[len(word)-halfSize:]
}

// Nearest returns the word on the shelf that was most likely meant, or "".
func (s *Shelf) Nearest(got string) string {
	if s.all != nil {
		return Nearest(got, s.all)
	}
	head, tail := halves(got)
	if near := Nearest(got, s.tail[tail]); near != "" {
		return near
	}
	return Nearest(got, s.head[head])
}

// Longer returns the one word that begins with what was written, or "" where
// there are several.
func (s *Shelf) Longer(got string) (longer string) {
	const enough = 4 // letters that say which one
	if len(got) < enough {
		return ""
	}
	words := s.all
	if words == nil {
		head, _ := halves(got)
		words = s.head[head]
	}
	for _, word := range words {
		if len(word) > len(got) && strings.EqualFold(word[:len(got)], got) {
			if longer != "" {
				return ""
			}
			longer = word
		}
	}
	return longer
}
