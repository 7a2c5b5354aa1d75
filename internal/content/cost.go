package content

import (
	"fmt"
	"strings"

	"smallwins/internal/diag"
)

// The limits of Markdown. Its parser is quadratic in each of these, and cannot
// be stopped once it runs, so that they are counted before.
const (
	maxContainers = 16     // quotes and lists opened by one line
	maxColumns    = 64     // of a table
	maxCells      = 20_000 // of the tables of one text; short rows are filled up
	maxMarks      = 1_000  // of each kind of opening character in one block
	maxHTML       = 1 << 20
)

// openers are the characters whose number in one block is limited, because the
// parser looks for the end of what each of them might begin.
const openers = "[<*_~`"

// tooCostly reports whether Markdown would take unreasonable time or memory,
// with a finding that names the limit.
func (s *source) tooCostly(markdown string, pos func(offset int) diag.Pos) bool {
	var block blockCost
	cells := 0
	for offset := 0; offset < len(markdown); {
		line, _, _ := strings.Cut(markdown[offset:], "\n")
		problem := ""
		if containers := openedContainers(line); containers > maxContainers {
			problem = fmt.Sprintf("This line opens %d quotes or lists inside of each other; the limit is %d.", containers, maxContainers)
		} else if strings.TrimLeft(line, " \t>") == "" {
			block = blockCost{}
		} else {
			problem = block.add(line)
			if cells += block.columns; cells > maxCells {
				problem = fmt.Sprintf("The tables have more than %d cells.", maxCells)
			}
		}
		if problem != "" {
			s.report(proseLimit.At(s.at(pos(offset)), problem, ""))
			return true
		}
		offset += len(line) + 1
	}
	return false
}

// blockCost counts what the lines of one block of text have in them.
type blockCost struct {
	marks   [len(openers)]int
	links   int
	columns int
}

// add counts one more line, and says which limit it meets.
func (c *blockCost) add(line string) (problem string) {
	for i := range len(line) {
		if k := strings.IndexByte(openers, line[i]); k >= 0 {
			c.marks[k]++
		}
	}
	for k, n := range c.marks {
		if n > maxMarks {
			return fmt.Sprintf("%q stands more than %d times in one block of text.", openers[k], maxMarks)
		}
	}
	if c.links += strings.Count(line, "://") + strings.Count(line, "www."); c.links > maxMarks {
		return fmt.Sprintf("More than %d addresses stand in one block of text.", maxMarks)
	}
	if c.columns = max(c.columns, tableColumns(line)); c.columns > maxColumns {
		return fmt.Sprintf("This table has %d columns; the limit is %d.", c.columns, maxColumns)
	}
	return ""
}

// openedContainers counts the quotes and list items that a line opens inside of
// each other.
func openedContainers(line string) (n int) {
	for rest := strings.TrimLeft(line, " \t"); rest != ""; rest = strings.TrimLeft(rest, " \t") {
		switch c := rest[0]; {
		case c == '>':
			rest = rest[1:]
		case c == '-' || c == '+' || c == '*':
			if len(rest) > 1 && rest[1] != ' ' && rest[1] != '\t' || isRule(rest) {
				return n
			}
			rest = rest[1:]
		case '0' <= c && c <= '9':
			digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
			after := rest[digits:]
			if digits > 9 || after == "" || after[0] != '.' && after[0] != ')' || len(after) > 1 && after[1] != ' ' && after[1] != '\t' {
				return n
			}
			rest = after[1:]
		default:
			return n
		}
		n++
	}
	return n
}

// isRule reports whether a line draws a rule, such as "- - -".
func isRule(line string) bool {
	mark, n := line[0], 0
	for i := range len(line) {
		switch line[i] {
		case mark:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// tableColumns returns how many columns a table's delimiter row has, 0 for
// other lines.
func tableColumns(line string) int {
	row := strings.Trim(strings.TrimLeft(line, " \t>"), " \t")
	row = strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|")
	if !strings.Contains(row, "-") {
		return 0
	}
	columns := 1
	for i := range len(row) {
		switch row[i] {
		case '|':
			columns++
		case '-', ':', ' ', '\t':
		default:
			return 0
		}
	}
	if columns == 1 && !strings.Contains(line, "|") {
		return 0
	}
	return columns
}
