package site

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
)

// OpenGraphType is what a preview of the page calls it: a record is an article.
func (p Page) OpenGraphType() string {
	if p.Source != nil {
		return "article"
	}
	return "website"
}

// CardURL is the full address of the picture of previews, "" where the site's
// own is not known.
func (s *Site) CardURL() string {
	if s.Card == "" {
		return ""
	}
	return s.BaseURL + "/" + s.Card
}

// The size that previews of links are made for.
const cardWidth, cardHeight = 1200, 630

// The colours of the picture: those of the pages in light.
var (
	cardPaper  = color.RGBA{0xfb, 0xf8, 0xf2, 0xff}
	cardAccent = color.RGBA{0x8f, 0x35, 0x13, 0xff}
	cardRule   = color.RGBA{0xd8, 0xcf, 0xbf, 0xff}
)

// card draws the picture of previews: the door of the icon, and small things
// that lead to it. It has no words, which each page's preview has beside it.
func card() []byte {
	img := image.NewRGBA(image.Rect(0, 0, cardWidth, cardHeight))
	box := func(ink color.RGBA, x0, y0, x1, y1 int) {
		draw.Draw(img, image.Rect(x0, y0, x1, y1), image.NewUniform(ink), image.Point{}, draw.Src)
	}
	const floor = 528
	box(cardPaper, 0, 0, cardWidth, cardHeight)
	box(cardAccent, 0, 0, 28, cardHeight)
	box(cardRule, 110, floor, 1110, floor+4)
	for i := range 8 {
		ink, x := cardRule, 130+i*84
		if i == 7 {
			ink = cardAccent
		}
		fill(img, ink, image.Rect(x, floor-44, x+40, floor-4), disc(20, 20))
	}
	box(cardAccent, 800, 110, 1090, floor)
	fill(img, cardPaper, image.Rect(850, 134, 1024, floor), openDoor)
	fill(img, cardAccent, image.Rect(976, 318, 1016, 358), disc(20, 13))
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, img); err != nil {
		panic("site: " + err.Error()) // into memory
	}
	return out.Bytes()
}

// disc is one around a middle that is as far from the left as from above.
func disc(middle, radius float64) func(x, y float64) bool {
	return func(x, y float64) bool { return math.Hypot(x-middle, y-middle) < radius }
}

// openDoor is a door that stands a little open: its hinge, at the left, is as
// high as the frame, and its edge is lower.
func openDoor(x, y float64) bool { return y >= x*56/174 && y < 394-x*56/174 }

// fill paints what lies inside a shape, which is asked from the corner of its
// bounds. Edges are smooth: each pixel is asked about at several points.
func fill(img draw.Image, ink color.RGBA, bounds image.Rectangle, inside func(x, y float64) bool) {
	const points = 4 // on each side of a pixel
	mask := image.NewAlpha(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	for y := range bounds.Dy() {
		for x := range bounds.Dx() {
			hit := 0
			for i := range points * points {
				dx, dy := (float64(i%points)+.5)/points, (float64(i/points)+.5)/points
				if inside(float64(x)+dx, float64(y)+dy) {
					hit++
				}
			}
			mask.SetAlpha(x, y, color.Alpha{uint8(hit * 255 / (points * points))})
		}
	}
	draw.DrawMask(img, bounds, image.NewUniform(ink), image.Point{}, mask, image.Point{}, draw.Over)
}
