package charts

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// themes reads the colours of the pages: light, dark and paper.
func themes(t *testing.T) map[string]map[string]string {
	t.Helper()
	read := func(name string) string {
		body, err := os.ReadFile("../web/src/style/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	block := regexp.MustCompile(`(?s)(:root[^{]*)\{([^{}]*--cat-1[^{}]*)\}`)
	token := regexp.MustCompile(`--([a-z]+(?:-\d)?): (#[0-9a-f]{3,6});`)
	found := map[string]map[string]string{}
	for _, m := range append(block.FindAllStringSubmatch(read("tokens.css"), -1), block.FindAllStringSubmatch(read("print.css"), -1)...) {
		colours := map[string]string{}
		for _, c := range token.FindAllStringSubmatch(m[2], -1) {
			colours[c[1]] = c[2]
		}
		found[[]string{"light", "dark by the system", "dark by choice", "paper"}[len(found)]] = colours
	}
	if len(found) != 4 {
		t.Fatalf("%d sets of colours", len(found))
	}
	return found
}

func TestThemesAgree(t *testing.T) {
	all := themes(t)
	if a, b := fmt.Sprint(all["dark by the system"]), fmt.Sprint(all["dark by choice"]); a != b {
		t.Errorf("the dark theme stands there twice, and differs:\n%s\n%s", a, b)
	}
	for name, colours := range all {
		for i := range categories {
			key := colour(i)[len("token:"):]
			if colours[key] == "" {
				t.Errorf("%s has no %s", name, key)
			}
			if name == "paper" && colours[key] != all["light"][key] {
				t.Errorf("%s is %s on paper and %s in the light theme", key, colours[key], all["light"][key])
			}
		}
		if colours["cat-"+strconv.Itoa(categories+1)] != "" {
			t.Errorf("%s has a colour that no chart uses", name)
		}
		for _, key := range []string{ink, muted, paper} {
			if colours[key[len("token:"):]] == "" {
				t.Errorf("%s has no %s", name, key)
			}
		}
	}
}

// The labels in bars are paper on colour, so that colours stand out from the
// paper as text does. No two look alike, whatever colours an eye confuses; in
// grey they step in lightness, and names stand beside them.
func TestCategoriesTellApart(t *testing.T) {
	for name, colours := range themes(t) {
		base := linear(colours["paper"])
		var cats [][3]float64
		for i := range categories {
			c := linear(colours[colour(i)[len("token:"):]])
			if got := contrast(c, base); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.1f to the paper", name, colour(i), got)
			}
			cats = append(cats, c)
		}
		for _, key := range []string{ink, muted} {
			if got := contrast(linear(colours[key[len("token:"):]]), base); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.1f", name, key, got)
			}
		}
		for eye, m := range eyes {
			for i := range cats {
				for j := range i {
					if d := distance(seen(m, cats[i]), seen(m, cats[j])); d < 12 {
						t.Errorf("%s, %s: %s and %s are %.1f apart", name, eye, colour(i), colour(j), d)
					}
				}
			}
		}
		var greys []float64
		for _, c := range cats {
			greys = append(greys, lab(c)[0])
		}
		slices.Sort(greys)
		for i := 1; i < len(greys); i++ {
			if d := greys[i] - greys[i-1]; d < 2 {
				t.Errorf("%s: two greys are %.1f apart", name, d)
			}
		}
	}
}

// eyes are how light reaches those who lack one kind of cone, after Machado,
// Oliveira and Fernandes (2009), at full severity.
var eyes = map[string][3][3]float64{
	"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
}

func seen(m [3][3]float64, c [3]float64) (out [3]float64) {
	for i := range 3 {
		out[i] = min(1, max(0, m[i][0]*c[0]+m[i][1]*c[1]+m[i][2]*c[2]))
	}
	return out
}

// linear reads #rgb or #rrggbb as linear light.
func linear(hex string) (c [3]float64) {
	digits := (len(hex) - 1) / 3
	for i := range 3 {
		v, _ := strconv.ParseUint(hex[1+i*digits:1+(i+1)*digits], 16, 8)
		if digits == 1 {
			v *= 17
		}
		c[i] = float64(v) / 255
		if c[i] <= .04045 {
			c[i] /= 12.92
		} else {
			c[i] = math.Pow((c[i]+.055)/1.055, 2.4)
		}
	}
	return c
}

func luminance(c [3]float64) float64 { return .2126*c[0] + .7152*c[1] + .0722*c[2] }

func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func lab(c [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > .008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((.4124*c[0] + .3576*c[1] + .1805*c[2]) / .95047)
	y := f(luminance(c))
	z := f((.0193*c[0] + .1192*c[1] + .9505*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// distance is that of CIE 1976; what tells marks of this size apart is about
// 10.
func distance(a, b [3]float64) float64 {
	p, q := lab(a), lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}
