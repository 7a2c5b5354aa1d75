package diag_test

import (
	"testing"

	"smallwins/internal/diag"
)

func TestCollector(t *testing.T) {
	var c diag.Collector
	add := func(rule, file string, n int) {
		for i := range n {
			c.Add(diag.Finding{Rule: rule, Place: place(file, i+1, 1), Message: "M."})
		}
	}
	add("a/one", "x", diag.MostAlike)
	add("a/one", "y", diag.MostAlike+1)
	add("b/two", "x", diag.MostAlike+3)
	if c.Full("a/one", "x") || c.Full("c/three", "x") {
		t.Error("there is room")
	}
	for range 1000 {
		if !c.Full("b/two", "x") {
			t.Fatal("there is no room")
		}
	}
	got := c.All()
	if want := 3*diag.MostAlike + 2; len(got) != want {
		t.Fatalf("%d findings, want %d", len(got), want)
	}
	if f := got[len(got)-2]; f.Message != "M." || f.Place != place("y", diag.MostAlike+1, 1) {
		t.Errorf("one more is told as it is: %+v", f)
	}
	if f := got[len(got)-1]; f.Message != "This file has 1,003 more findings of this kind; the first of them is here." || f.Place != place("x", diag.MostAlike+1, 1) {
		t.Errorf("%+v", f)
	}
	if len(c.All()) != 0 {
		t.Error("it is not empty afterwards")
	}
}
