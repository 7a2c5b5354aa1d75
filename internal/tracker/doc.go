// Package tracker is the domain: wins, intakes, promises and the strategy that
// they serve, the vocabularies that they are written in, and the table of
// fields that everything else is derived from. It follows the record format
// and does no input or output.
package tracker
