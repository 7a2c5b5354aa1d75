// Package message holds what the interface says, in the reader's language.
//
// The texts lie in one file per language, templates/messages/<code>.json: a flat
// object from keys to patterns of ICU MessageFormat. A pattern may insert
// arguments by name ("{name}"), pick a form by a number ("{n, plural, one {# win}
// other {# wins}}", with "=0" for an exact number and "#" for the number itself)
// and pick a form by a word ("{kind, select, win {…} other {…}}"). Plural forms
// are those of CLDR. Numbers, days, months, quarters and lists are written as the
// file's language writes them, in Latin digits. An apostrophe is an apostrophe:
// there is no quoting, and so no brace and no "#" in a plural but those above.
package message
