package tracker

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Colour is an opaque colour of the web, as #rrggbb.
type Colour struct{ R, G, B uint8 }

// The grounds on which text and links may stand in the two themes: the ones
// that lie nearest to the ink.
var (
	LightGround = Colour{0xf3, 0xee, 0xe4}
	DarkGround  = Colour{0x1b, 0x21, 0x2b}
)

// LegibleContrast is the least contrast of text with its ground (WCAG 2.2,
// success criterion 1.4.3).
const LegibleContrast = 4.5

var hexColour = regexp.MustCompile(`^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$`)

// ParseColour reads #rgb and #rrggbb.
func ParseColour(s string) (Colour, bool) {
	if !hexColour.MatchString(s) {
		return Colour{}, false
	}
	digits := s[1:]
	if len(digits) == 3 {
		digits = strings.Join([]string{digits[:1], digits[:1], digits[1:2], digits[1:2], digits[2:], digits[2:]}, "")
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	return Colour{uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil
}

func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// Contrast returns the contrast ratio of two colours, from 1 to 21, as WCAG 2.2
// defines it.
func (c Colour) Contrast(other Colour) float64 {
	a, b := c.luminance(), other.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c Colour) luminance() float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// LegibleOn returns the colour itself where text in it can be read on the
// ground, or the nearest one on its way to black or white that can.
func (c Colour) LegibleOn(ground Colour) Colour {
	end := Colour{255, 255, 255}
	if end.Contrast(ground) < (Colour{}).Contrast(ground) {
		end = Colour{}
	}
	const steps = 64
	for i := range steps {
		mixed := Colour{mix(c.R, end.R, i, steps), mix(c.G, end.G, i, steps), mix(c.B, end.B, i, steps)}
		if mixed.Contrast(ground) >= LegibleContrast {
			return mixed
		}
	}
	return end
}

func mix(a, b uint8, i, n int) uint8 { return uint8((int(a)*(n-i) + int(b)*i) / n) }

// Accent is the colour of links and of the current thing, as the team wrote it.
type Accent struct {
	Light string `key:"light"`
	Dark  string `key:"dark"` // in the dark theme; "" for one that follows from Light
}

// Colours returns the accent of the light and of the dark theme; ok is false
// where the team has set none that can be read as a colour.
func (a Accent) Colours() (light, dark Colour, ok bool) {
	light, ok = ParseColour(a.Light)
	if !ok {
		return Colour{}, Colour{}, false
	}
	if dark, ok = ParseColour(a.Dark); !ok {
		dark = light.LegibleOn(DarkGround)
	}
	return light, dark, true
}
