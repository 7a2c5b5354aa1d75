package site

import "smallwins/internal/tracker"

// What is here speaks English alone. Methods of the builder with the same names
// speak the reader's language; once nothing calls these any more, this file goes.

func stageTerm(w *tracker.Win) tracker.Term { return (&builder{}).stageTerm(w) }

func labels(v *tracker.Vocabulary, ids []string) []string { return (&builder{}).labels(v, ids) }

func solutions(ids []string, none string) string { return (&builder{}).solutions(ids, none) }

func requestedText(in *tracker.Intake) string { return (&builder{}).requestedText(in) }

func swap(in *tracker.Intake) string { return (&builder{}).swap(in) }

func lastOf(dots []dot, all string) []dot { return (&builder{}).lastOf(dots, all) }

func quantityOr(n tracker.Number, unit string) string { return (&builder{}).quantityOr(n, unit) }
