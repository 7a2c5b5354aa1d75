package tracker

import (
	"math"
	"testing"
)

func TestParseColour(t *testing.T) {
	for s, want := range map[string]string{
		"#1f5f8b": "#1f5f8b", "#1F5F8B": "#1f5f8b", "#abc": "#aabbcc",
		"": "", "1f5f8b": "", "#1f5f8": "", "#1f5f8b00": "", "blue": "", "#ggg": "", " #abc": "",
	} {
		c, ok := ParseColour(s)
		if ok != (want != "") || ok && c.String() != want {
			t.Errorf("%q is %s, %t; want %q", s, c, ok, want)
		}
	}
}

// The values are those of the examples of WCAG's own techniques (G18).
func TestContrast(t *testing.T) {
	white, black, grey := Colour{255, 255, 255}, Colour{}, Colour{0x76, 0x76, 0x76}
	for _, c := range []struct {
		a, b Colour
		want float64
	}{{white, black, 21}, {black, white, 21}, {white, white, 1}, {grey, white, 4.54}} {
		if got := c.a.Contrast(c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s has %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestLegibleOn(t *testing.T) {
	for _, ground := range []Colour{LightGround, DarkGround} {
		for _, s := range []string{"#000000", "#ffffff", "#808080", "#f2a479", "#8f3513", "#ffff00", "#0000ff"} {
			c, _ := ParseColour(s)
			got := c.LegibleOn(ground)
			if got.Contrast(ground) < LegibleContrast {
				t.Errorf("%s on %s became %s, which has %.2f", s, ground, got, got.Contrast(ground))
			}
			if c.Contrast(ground) >= LegibleContrast && got != c {
				t.Errorf("%s can be read on %s and became %s", s, ground, got)
			}
		}
	}
}

func TestAccentOfDarkFollowsFromLight(t *testing.T) {
	light, dark, ok := Accent{Light: "#1f5f8b"}.Colours()
	if !ok || light.String() != "#1f5f8b" || dark.Contrast(DarkGround) < LegibleContrast {
		t.Errorf("%s, %s, %t", light, dark, ok)
	}
	if _, dark, _ := (Accent{Light: "#1f5f8b", Dark: "#fff"}).Colours(); dark.String() != "#ffffff" {
		t.Errorf("the dark one that was set became %s", dark)
	}
	if _, _, ok := (Accent{Dark: "#fff"}).Colours(); ok {
		t.Error("there is no accent without one for light")
	}
}
