// Package insight computes the figures that smallwins reports. It holds every
// definition of a figure and nothing else does: pages, charts, data files and
// digests show what stands here, with its counts, its threshold and the
// records behind it.
//
// Rules that hold for all of them: a count stands as n of d before any
// percentage; below the minimum of cases there is no percentage and no word
// for a trend; what is not known is not zero and is not a failure; and where
// there is not enough data, the figure says what is missing.
//
// Each row of the list of insights is a line of the list in sheets.go; four
// more come from elsewhere: alone (requirement 000-02), repeats (000-43),
// silence (the list of pages, "Silence map") and accumulation (003-44, 003-55).
package insight
